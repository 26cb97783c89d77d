import Workflow
import WorkflowFile
import WorkflowProof

// A purchase that takes two people, from a file: read, verified, and led from its beginning to its end.
let text = String(decoding: PackageResources.purchase_yaml, as: UTF8.self)
let purchase = try WorkflowFile.read(text, name: "purchase.yaml", host: Host(referenceKinds: ["person"])).get()
for finding in purchase.verify() { print(finding.severity, finding.sentence) }

let today = Day(year: 2026, month: 11, day: 2) ?? Day(number: 0)
var setting = Setting(on: today, actor: Actor(person: "buyer@example.org", roles: ["buyer"]))
var request = Instance(of: purchase)
try request.cause("ask", given: ["asked": .number(120)], in: setting)
do {
    try request.cause("approve", given: ["granted": .number(130)], in: setting)
} catch {
    print("Refused: \(error)")
}
print(
    "Overdue on \(today + 11):",
    purchase.tick(request.item, in: Setting(on: today + 11, actor: .system)).item.state ?? "")
setting.actor = Actor(person: "approver@example.org", roles: ["approver"])
try request.cause("approve", given: ["granted": .number(110)], in: setting)
print(request.stateName ?? "")
