import Words

/// Tells of a resolution to take something in private whether it says what that is: everybody reads it.
public enum ExclusionWords {
    /// Whether a wording has a word of what it is about, in whatever form, that such a resolution is not made of.
    public static func tell(in wording: String, of matter: String) -> Bool {
        !stems(of: wording).isDisjoint(with: stems(of: matter))
    }

    private static func stems(of text: String) -> Set<UInt64> {
        let read = TextWords(text)
        let telling = read.words.filter { !$0.isNumber && $0.plain.count > 2 && !StandardWords.contains($0.hash) }
        return Set(telling.map { WordStem(read.plain($0)).hash }.filter { !StandardWords.contains($0) }).subtracting(
            own)
    }

    private static let own = Set(
        """
        public press private privately exclude excluded exclusion exempt confidential confidence information disclosure
        likely nature business transacted transaction resolution paragraph schedule act local government presence
        interest individual individuals person persons present remainder remaining considered consideration heard
        """.split { $0 == " " || $0 == "\n" }.map { WordStem(Array($0.utf8)[...]).hash })
}
