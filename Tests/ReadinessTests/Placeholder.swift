import Testing
import Readiness
