import Testing
import Rules
