import ArgumentParser
import UseCases

struct CompletionCommand: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "completion", abstract: "Print what makes a shell complete lap's command lines: bash, zsh or fish."
    )

    @Argument(help: "bash, zsh or fish.") var shell: Shell

    func run(_ context: Context) async throws { context.console.write(shell.script) }

    enum Shell: String, ExpressibleByArgument, CaseIterable {
        case bash, zsh, fish

        /// What the shell reads when it starts: it asks the program each time what could follow.
        fileprivate var script: String {
            switch self {
            case .bash:
                """
                # Read it in ~/.bashrc: eval "$(lap completion bash)"
                _lap() {
                    local current=${COMP_WORDS[COMP_CWORD]} quote= name title
                    case $current in
                        \\"* | \\'*) quote=${current:0:1} current=${current:1} ;;
                    esac
                    COMPREPLY=()
                    while IFS=$'\\t' read -r name title; do
                        if [ -n "$quote" ]; then COMPREPLY+=("$name"); else COMPREPLY+=("$(printf %q "$name")"); fi
                    done < <(lap complete -- "${COMP_WORDS[@]:1:COMP_CWORD-1}" "$current" 2>/dev/null)
                }
                complete -o default -F _lap lap

                """
            case .zsh:
                """
                #compdef lap
                # Read it in ~/.zshrc, after compinit: eval "$(lap completion zsh)"
                _lap() {
                    local name title
                    local -a names titles
                    while IFS=$'\\t' read -r name title; do
                        names+=("$name")
                        titles+=("$name${title:+  $title}")
                    done < <(lap complete -- "${(@Q)words[2,CURRENT]}" 2>/dev/null)
                    if (( $#names )); then compadd -l -d titles -a names; else _files; fi
                }
                compdef _lap lap

                """
            case .fish:
                """
                # Save it as ~/.config/fish/completions/lap.fish
                function __lap_complete
                    set -l words (commandline -opc) (commandline -ct)
                    set -l found (lap complete -- $words[2..-1] 2>/dev/null)
                    if test (count $found) -gt 0
                        printf '%s\\n' $found
                    else
                        __fish_complete_path (commandline -ct)
                    end
                end
                complete -c lap -f -a '(__lap_complete)'

                """
            }
        }
    }
}

/// What a shell asks: the words that may stand where the cursor is, each with what it means.
struct Complete: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "complete", abstract: "Tell a shell what could follow.", shouldDisplay: false)

    @Argument(parsing: .postTerminator, help: "The words so far, the one that is being typed last.")
    var words: [String] = []

    func run(_ context: Context) async throws {
        let found = Candidates(words, context).found
        context.console.write(
            found.map { "\(Printed.safe($0.name, limit: 200))\t\(Printed.safe($0.title, limit: 60))\n" }.joined())
    }
}
