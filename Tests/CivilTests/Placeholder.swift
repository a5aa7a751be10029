import Testing
import Civil
