import Testing
import CEL
