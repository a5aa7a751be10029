import Columns
import FoundationEssentials
import Glibc

@main struct Program {
    static func main() {
        OpenFileLimit.raise()
        let words = Array(CommandLine.arguments.dropFirst())
        let console = Console(words: words, environment: ProcessInfo.processInfo.environment)
        exit(Commands.run(words, console))
    }
}
