import Workflow

extension Definition {
    /// Everything questionable, waived or not, in the order of the checks. What a finding says is proved, or was shown by the
    /// kernel itself, which then tells how; what was neither is a note that says so.
    ///
    /// - Parameters:
    ///   - calendars: those that it names, with their holidays. Where they are not at hand, nothing counts as shown that
    ///     hangs on them.
    ///   - host: what it does to items by itself.
    public func verify(
        _ budget: Budget = .usual, calendars: Calendars? = nil, by host: HostActs = .none
    ) -> [Finding] {
        // Of what is not whole nothing is proved.
        let faults = faults
        guard faults.isEmpty else { return faults.map { Finding(.fault, .workflow, $0) } }
        let study = Study(self, budget, calendars: calendars, by: host)
        guard study.isPrepared else {
            study.lookAtNothing()
            let open = promises.map { PromiseProof(study: study, promise: $0, budget: budget).finding() }
            return waived(open.compactMap(\.self) + study.unreachedFinding, study)
        }
        var findings = study.graph.findings(study)
        findings += GuardCheck(study: study).findings()
        let happening = HappeningCheck(study: study, known: findings).findings()
        findings += happening
        findings += ArrowCheck(study: study, known: findings).findings()
        findings += ClockCheck(study: study, known: findings).findings()
        findings += StandstillCheck(study: study, known: findings).findings()
        findings += DutyCheck(study: study).findings()
        findings += RecordCheck(definition: self).findings()
        findings += SealCheck(study: study).findings()
        findings += promised(study)
        return waived(study.settled(findings, happening) + study.unreachedFinding, study)
    }

    /// What becomes of promises, in their order. Ways on are looked for last, as they can hang on what others promise.
    private func promised(_ study: Study) -> [Finding] {
        func isWay(_ promise: Promise) -> Bool {
            if case .canReach = promise.claim { true } else { false }
        }
        var found: [Int: Finding] = [:]
        let order = promises.indices.filter { !isWay(promises[$0]) } + promises.indices.filter { isWay(promises[$0]) }
        for (done, index) in order.enumerated() {
            let share = study.budget.part(max(1, (promises.count - done) / 3))
            found[index] = PromiseProof(study: study, promise: promises[index], budget: share).finding()
        }
        return promises.indices.compactMap { found[$0] }
    }

    /// What the people who hold the roles make impossible, for several groups of people in turn; each gives them by role.
    public func verify(staff groups: [[String: Set<String>]], _ budget: Budget = .usual) -> [[Finding]] {
        guard faults.isEmpty else { return groups.map { _ in [] } }
        let study = Study(self, budget)
        let check = DutyCheck(study: study)
        return groups.map { check.findings(staff: $0) + study.unreachedFinding }
    }

    private func waived(_ findings: [Finding], _ study: Study) -> [Finding] {
        var used: Set<Int> = []
        let retelling = Retelling(study: study)
        var result = findings.map { finding in
            var finding = retelling.confirmed(finding)
            let subject = finding.subject.description
            if let index = waivers.firstIndex(where: { $0.code == finding.code && $0.subject == subject }) {
                used.insert(index)
                finding.waiver = waivers[index].because
            }
            return finding
        }
        // What was not looked at may be what a waiver means.
        for (index, waiver) in waivers.enumerated() where !used.contains(index) && !study.budget.isSpent {
            result.append(
                Finding(
                    .waiverWithoutFinding, .waiver(index + 1),
                    "Nothing is found that the waiver of “\(waiver.code.rawValue)” for \(waiver.subject) could mean."))
        }
        return result
    }
}

extension Study {
    /// Without more than that of what nothing leads to and of what never happens, and without what was not found out at
    /// first.
    fileprivate func settled(_ findings: [Finding], _ happening: [Finding]) -> [Finding] {
        let never: Set<Finding.Code> = [.unreachableState, .deadEvent, .ruleNeverHolds]
        let nowhere = Set(findings.filter { $0.code == .unreachableState }.map(\.subject))
        let dead = Set(findings.filter { never.contains($0.code) }.compactMap(\.subject.event))
        let open = Set(happening.filter { $0.code == .notShown }.filter { wasSeen($0.subject) })
        return findings.filter { finding in
            if open.contains(finding) { return false }
            switch (finding.code, finding.subject) {
            case (.unreachableState, _): return true
            case (.ruleAlwaysHolds, .rule(_, of: .some(let name))), (.ruleImplied, .rule(_, of: .some(let name))):
                return !dead.contains(name)
            case (.notShown, .clock(let name)):
                return definition.clock(name)?.runsIn.contains { !nowhere.contains(.state($0)) } ?? true
            default: return !nowhere.contains(finding.subject)
            }
        }
    }

    /// An event that happened, or a state that an item came to.
    private func wasSeen(_ subject: Subject) -> Bool {
        switch subject {
        case .event(let name): player.hasHappened(name)
        case .state(let name): !player.positions(at: name).isEmpty
        default: false
        }
    }

    /// The note that names what was not looked at.
    fileprivate var unreachedFinding: [Finding] {
        guard !unreached.isEmpty else { return [] }
        func words(_ kind: String, _ titles: [String]) -> [String] {
            if titles.isEmpty { return [] }
            let named = titles.prefix(5).map { "“\($0)”" }
            let others = titles.count - named.count
            let all = others > 0 ? named + ["\(others) more"] : named
            return ["\(kind) \(Sentences.list(all, "and"))"]
        }
        var (events, states, clocks): ([String], [String], [String]) = ([], [], [])
        for subject in unreached {
            switch subject {
            case .event(let name): events.append(definition.event(name)?.title ?? name)
            case .state(let name): states.append(definition.title(ofState: name))
            case .clock(let name): clocks.append(definition.clock(name)?.title ?? name)
            default: break
            }
        }
        let all = words("events", events) + words("states", states) + words("clocks", clocks)
        return [
            Finding(.notShown, .workflow, "Time was up before all was looked at: \(Sentences.list(all, "and")).")
        ]
    }
}

extension [Finding] {
    /// The errors that no waiver explains.
    public var unexplained: [Finding] {
        filter { $0.severity == .error && $0.waiver == nil }
    }
}
