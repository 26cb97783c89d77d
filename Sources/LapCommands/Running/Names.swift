import ArgumentParser

/// In commands, an option is one of the command line; a workflow's is `Workflow.Option`.
typealias Option<Value> = ArgumentParser.Option<Value>
