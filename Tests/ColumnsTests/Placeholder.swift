import Testing
import Columns
