/// Reads text into a typed expression against a set of known names.
public struct ExpressionParser: Sendable {
    /// Words that join or ask, and so stand for nothing by themselves.
    static let keywords: Set<String> = [
        "and", "or", "not", "implies", "in", "is", "has", "from", "to", "set", "empty",
    ]

    /// Words with a meaning of their own, which no field may have as its name.
    public static let reserved: Set<String> = keywords.union([
        "today", "state", "yes", "no", "true", "false", "days", "day", "months", "month", "working", "actor", "before",
    ])

    public let environment: ExpressionEnvironment

    public init(environment: ExpressionEnvironment) {
        self.environment = environment
    }

    /// A condition, which holds, fails or is unknown.
    public func condition(_ text: String) -> Result<Expression, ExpressionProblem> {
        expression(text, giving: .flag)
    }

    /// An expression whose value can be kept in something of the type wanted; of any type when nil.
    public func expression(_ text: String, giving wanted: ExpressionType?) -> Result<Expression, ExpressionProblem> {
        do throws(ExpressionProblem) {
            let syntax = try SyntaxParser.parse(text)
            let checker = ExpressionChecker(environment: environment)
            let (node, type) = try checker.check(syntax, expecting: wanted)
            if let wanted, !type.fits(wanted) {
                throw ExpressionProblem(
                    offset: syntax.offset,
                    sentence: "This gives \(type.sentence), where \(wanted.sentence) is needed.")
            }
            return .success(Expression(text: Lexer.withoutLayout(text), type: type, root: node))
        } catch {
            return .failure(error)
        }
    }
}
