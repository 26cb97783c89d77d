@testable import Workflow

extension Frame {
    /// A record of a definition, of an item that has not begun.
    init(of definition: Definition, _ values: [String: Value], _ setting: Setting) {
        let program = definition.program
        self.init(program, values, state: program.layout.start, setting: setting)
    }

    func truth(of expression: Expression) -> Truth { truth(of: Code(expression, layout)) }
    func truth(of code: Code) -> Truth { truth(of: code.whole, in: code) }

    func value(of expression: Expression) -> Value? {
        let code = Code(expression, layout)
        return value(of: code.whole, in: code)
    }
}
