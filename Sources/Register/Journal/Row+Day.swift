import Ledger
import Workflow

extension Row {
    func day(_ column: String) -> Day? { text(column).flatMap { Day(iso: $0) } }
}
