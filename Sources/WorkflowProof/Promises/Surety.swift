import Workflow

/// Whether there is a sure way from every record in some states to others.
enum Surety {
    case sure
    /// A record for which none was found, the shortest way that may lead to it, the fields that were in the way, and what else
    /// was.
    case unsure(AbstractPath, obstacles: [String], SureSteps.Doubt?)
    case tooLarge
}

extension Exploration {
    func surety(of reach: Reach) -> Surety {
        var positions: [AbstractRecord: Int] = [:]
        var records: [AbstractRecord] = []
        let everything = walk { _, _, record, isNew in
            if isNew {
                positions[record] = records.count
                records.append(record)
            }
            return false
        }
        guard case .none = everything else { return .tooLarge }

        var steps = SureSteps(self, to: reach.targets)
        var isGood = records.map(reach.ends)
        // Most records are done with when only events that lead nearer are looked at.
        let nearestFirst = records.indices.sorted { left, right in
            (steps.distance(records[left].state), left) < (steps.distance(records[right].state), right)
        }
        for onlyNearer in [true, false] {
            var open: [(position: Int, ways: [[Int?]])] = []
            for position in nearestFirst where !isGood[position] {
                guard !budget.isSpent else { return .tooLarge }
                func isGoodWay(_ way: [AbstractRecord]) -> Bool {
                    way.allSatisfy { record in positions[record].map { isGood[$0] } ?? false }
                }
                let ways = steps.ways(from: records[position], onlyNearer: onlyNearer, until: isGoodWay)
                if let last = ways.last, isGoodWay(last) {
                    isGood[position] = true
                } else {
                    open.append((position: position, ways: ways.map { way in way.map { positions[$0] } }))
                }
            }
            var count: Int
            repeat {
                count = open.count
                for (position, ways) in open {
                    isGood[position] = ways.contains { way in way.allSatisfy { $0.map { isGood[$0] } ?? false } }
                }
                open.removeAll { isGood[$0.position] }
            } while open.count < count
        }
        let bad = records.indices.filter { !isGood[$0] }.map { records[$0] }
        let unsure = bad.filter { reach.isAbout($0, self).contains(.holds) }
        // What is in the way further on is also in the way of records that lead there.
        for record in unsure.reversed() {
            _ = steps.ways(from: record)
            guard steps.obstacles != nil || steps.doubt != nil || record == unsure[0] else { continue }
            guard case .path(let path) = walk({ _, _, other, _ in other == record }) else { continue }
            return .unsure(path, obstacles: steps.obstacles ?? [], steps.doubt)
        }
        return .sure
    }

    /// The shortest way to a record from which there ought to be a way on, and is none.
    func stuck(_ reach: Reach) -> Answer {
        var positions: [AbstractRecord: Int] = [start: 0]
        var records = [start]
        /// By position, where it can be come to from.
        var origins: [[Int]] = [[]]
        let everything = walk(isOfEachEvent: true) { from, _, to, _ in
            let origin = positions[from] ?? 0
            let position = positions[to] ?? records.count
            if position == records.count {
                positions[to] = position
                records.append(to)
                origins.append([])
            }
            if origins[position].last != origin { origins[position].append(origin) }
            return false
        }
        if case .tooLarge = everything { return .tooLarge }
        var queue = records.indices.filter { reach.ends(at: records[$0]) }
        var reaching = Set(queue)
        while let position = queue.popLast() {
            for origin in origins[position] where reaching.insert(origin).inserted { queue.append(origin) }
        }
        return walk { _, _, to, isNew in
            isNew && !(positions[to].map(reaching.contains) ?? false) && reach.isAbout(to, self) == .holds
        }
    }
}
