import Testing
import Linkage
