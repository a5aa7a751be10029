/// The scripts by which shells complete the program's command line.
struct ShellCompletions {
    let shape: CommandLineShape

    static let shells = ["bash", "zsh", "fish"]

    func script(for shell: String) -> String? {
        switch shell {
        case "bash": bash
        case "zsh": zsh
        case "fish": fish
        default: nil
        }
    }

    // MARK: bash

    private var bash: String {
        var text = """
            # bash completion for siappilih, made by: siappilih completions bash
            _siappilih() {
                local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]} command="" word i
                COMPREPLY=()
                case "$prev" in

            """
        for option in shape.valued {
            let action =
                switch option.value {
                case .file: "COMPREPLY=($(compgen -f -- \"$cur\")); return"
                case .folder: "COMPREPLY=($(compgen -d -- \"$cur\")); return"
                case .words(let words):
                    "COMPREPLY=($(compgen -W \"\(words.joined(separator: " "))\" -- \"$cur\")); return"
                case .other, .none: "return"
                }
            text += "        --\(option.name)) \(action) ;;\n"
        }
        text += """
                esac
                for ((i = 1; i < COMP_CWORD; i++)); do
                    word=${COMP_WORDS[i]}
                    [[ $word == -* ]] && continue
                    case "$command $word" in

            """
        for entry in shape.commands {
            text += "            \"\(entry.words.count > 1 ? "" : " ")\(entry.name)\") command=\"\(entry.name)\" ;;\n"
        }
        for first in shape.firstWords where !shape.secondWords(first).isEmpty {
            text += "            \" \(first)\") command=\"\(first)\" ;;\n"
        }
        text += """
                    esac
                done
                case "$command" in
                    "") word="\(shape.firstWords.joined(separator: " ")) --version --help" ;;

            """
        for first in shape.firstWords where !shape.secondWords(first).isEmpty {
            text += "        \"\(first)\") word=\"\(shape.secondWords(first).joined(separator: " "))\" ;;\n"
        }
        for entry in shape.commands {
            text +=
                "        \"\(entry.name)\") word=\"\(entry.options.map { "--\($0.name)" }.joined(separator: " "))\" ;;\n"
        }
        return text + """
                esac
                if [[ -n $command && $cur != -* && " $word" == *" --"* ]]; then
                    COMPREPLY=($(compgen -f -- "$cur"))
                else
                    COMPREPLY=($(compgen -W "$word" -- "$cur"))
                fi
            }
            complete -o filenames -F _siappilih siappilih

            """
    }

    // MARK: zsh

    private var zsh: String {
        func quoted(_ text: String) -> String { "'" + text.replacing("'", with: "'\\''") + "'" }
        func described(_ word: String, _ help: String) -> String {
            quoted("\(word.replacing(":", with: "\\:")):\(help)")
        }
        var text = """
            #compdef siappilih
            # zsh completion for siappilih, made by: siappilih completions zsh
            _siappilih() {
                local -a names
                if (( CURRENT == 2 )); then
                    names=(\(shape.firstWords.map { described($0, shape.does($0)) }.joined(separator: " ")))
                    _describe command names
                    return
                fi
                local command=$words[2]

            """
        for first in shape.firstWords where !shape.secondWords(first).isEmpty {
            let names = shape.commands.filter { $0.words.first == first[...] }
                .map { described(String($0.words[1]), $0.does) }
            text += """
                    if [[ $command == \(first) ]]; then
                        if (( CURRENT == 3 )); then
                            names=(\(names.joined(separator: " ")))
                            _describe command names
                            return
                        fi
                        command="\(first) $words[3]"
                    fi

                """
        }
        text += "    case $command in\n"
        for entry in shape.commands {
            let options = entry.options.map { option -> String in
                let help = option.help.replacing("[", with: "(").replacing("]", with: ")").replacing(":", with: ",")
                let action =
                    switch option.value {
                    case .none: ""
                    case .file: ":file:_files"
                    case .folder: ":folder:_files -/"
                    case .words(let words): ":word:(\(words.joined(separator: " ")))"
                    case .other: ":value:"
                    }
                return quoted("*--\(option.name)[\(help)]\(action)")
            }
            text +=
                "        \(quoted(entry.name)))\n            _arguments \(options.joined(separator: " \\\n                ")) \\\n                '*:file:_files' ;;\n"
        }
        return text + """
                esac
            }
            _siappilih "$@"

            """
    }

    // MARK: fish

    private var fish: String {
        func quoted(_ text: String) -> String {
            "'" + text.replacing("\\", with: "\\\\").replacing("'", with: "\\'") + "'"
        }
        var text = "# fish completion for siappilih, made by: siappilih completions fish\n"
        for first in shape.firstWords {
            text += "complete -c siappilih -f -n __fish_use_subcommand -a \(first) -d \(quoted(shape.does(first)))\n"
            let second = shape.secondWords(first)
            for entry in shape.commands where entry.words.first == first[...] && entry.words.count > 1 {
                text +=
                    "complete -c siappilih -f -n '__fish_seen_subcommand_from \(first); and not __fish_seen_subcommand_from \(second.joined(separator: " "))' -a \(entry.words[1]) -d \(quoted(entry.does))\n"
            }
        }
        for entry in shape.commands {
            let condition = entry.words.map { "__fish_seen_subcommand_from \($0)" }.joined(separator: "; and ")
            for option in entry.options {
                let value =
                    switch option.value {
                    case .none: ""
                    case .file: " -r -F"
                    case .folder: " -x -a '(__fish_complete_directories)'"
                    case .words(let words): " -x -a \(quoted(words.joined(separator: " ")))"
                    case .other: " -x"
                    }
                text +=
                    "complete -c siappilih -n \(quoted(condition)) -l \(option.name)\(value) -d \(quoted(option.help))\n"
            }
        }
        return text
    }
}
