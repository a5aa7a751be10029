import Testing
import Tabular
