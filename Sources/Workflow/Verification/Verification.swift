extension Definition {
    /// Everything questionable, waived or not, in the order of the checks. What a finding says is proved; what could not be
    /// decided is no finding. No data of a host is needed.
    public func verify() -> [Finding] {
        let graph = TransitionGraph(self)
        var findings = graph.findings()
        let onRecord = OnRecord(self)
        findings += GuardCheck(definition: self, onRecord: onRecord).findings()
        findings += ClockCheck(definition: self, graph: graph, onRecord: onRecord).findings()
        findings += DutyCheck(definition: self).findings()
        findings += RecordCheck(definition: self).findings()
        findings += SealCheck(definition: self).findings()
        findings += promises.compactMap { PromiseProof(definition: self, promise: $0).finding() }
        return waived(findings)
    }

    /// What the people who hold the roles make impossible; `staff` gives them by role.
    public func verify(staff: [String: Set<String>]) -> [Finding] {
        DutyCheck(definition: self).findings(staff: staff)
    }

    private func waived(_ findings: [Finding]) -> [Finding] {
        var used: Set<Int> = []
        var result = findings.map { finding in
            var finding = finding
            let subject = finding.subject.description
            if let index = waivers.firstIndex(where: { $0.code == finding.code && $0.subject == subject }) {
                used.insert(index)
                finding.waiver = waivers[index].because
            }
            return finding
        }
        for (index, waiver) in waivers.enumerated() where !used.contains(index) {
            result.append(
                Finding(
                    .waiverWithoutFinding, .workflow,
                    "Nothing is found that the waiver of “\(waiver.code.rawValue)” for \(waiver.subject) could mean."))
        }
        return result
    }
}

extension [Finding] {
    /// The errors that no waiver explains.
    public var unexplained: [Finding] {
        filter { $0.severity == .error && $0.waiver == nil }
    }
}
