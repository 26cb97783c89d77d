/// Whether there is a sure way from every record in some states to others.
enum Surety {
    case sure
    /// A record for which none was found, the shortest sequence of events that may lead to it, and the fields that were in
    /// the way.
    case unsure(AbstractRecord, path: [String], obstacles: [String])
    case tooLarge
}

extension StateExploration {
    func surety(of reach: Reach, _ onRecord: OnRecord) -> Surety {
        var positions: [AbstractRecord: Int] = [:]
        var records: [AbstractRecord] = []
        let everything = walk { _, record, isNew in
            if isNew {
                positions[record] = records.count
                records.append(record)
            }
            return false
        }
        guard case .none = everything else { return .tooLarge }

        var steps = SureSteps(self, to: reach.targets, onRecord)
        var isGood = records.map(reach.ends)
        // Most records are done with when only events that lead nearer are looked at.
        for onlyNearer in [true, false] {
            var open = records.indices.filter { !isGood[$0] }.map { position in
                let ways = steps.ways(from: records[position], onlyNearer: onlyNearer)
                return (position: position, ways: ways.map { way in way.map { positions[$0] } })
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
        let unsure = bad.filter { reach.possibility(ofBeginningAt: $0) != .never }
        // What is in the way further on is also in the way of records that lead there.
        for record in unsure.reversed() {
            _ = steps.ways(from: record)
            guard steps.obstacles != nil || record == unsure[0] else { continue }
            guard case .path(let path, _) = walk({ _, other, _ in other == record }) else { continue }
            return .unsure(record, path: path, obstacles: steps.obstacles ?? [])
        }
        return .sure
    }
}
