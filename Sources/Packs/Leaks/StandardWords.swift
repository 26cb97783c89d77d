import Words

/// Words of which minutes and decisions are made whatever they are about: who says no more than these again repeats nobody.
public enum StandardWords {
    private static let hashes = Set(
        """
        a about action actions after again agree agreed agreement agrees all also an and any are area areas as ask asked
        asks at be because been before being between board both bring brought but by can chair chairs change changes child
        children could date dates day days decided decision did discuss discussed discussion do does done each early end
        ends every families family first follow for forum found from further get give given gives go goes good group had
        half has have he heard her him his hold how if in into is issue issues it item items its keep know last lead leads
        least left letter letters local long look made make makes many matter matters may meet meeting meetings members
        might minutes month months more most must need needed needs new next no not note noted nothing now of off offer
        officer on once one only or other others our out over own paper papers parent parents part partnership people place
        plan plans put question raised read reason reasons received recommend recommended refer referred reply report
        reported reports representative resolved review said same say says school schools send sent service services set
        shall she should so some soon staff standing still such take taken takes team teams term than thank thanked that the
        their them then there these they this those through time to told too two under until up update upon us was way we
        week weeks welcomed well were what when where whether which while who whole whom why will with within without work
        would write writes year years young lap
        """.split { $0 == " " || $0 == "\n" }.map { TextWords.hash($0.utf8) })

    static func contains(_ word: UInt64) -> Bool { hashes.contains(word) }

    /// Whether a text says something besides.
    public static func leave(_ text: String) -> Bool { TextWords(text).words.contains { !contains($0.hash) } }
}
