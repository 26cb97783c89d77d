import Words

/// Tells of an ordinary word that is somebody's name too whether it stands there as the word: at the beginning of a sentence,
/// as a month, a place or a season, in what a service, a house or a street is called. What people do, what is done to them,
/// whose child or room it is, and more than one of a name, tell of a person wherever they stand.
struct WordContext {
    private let index: TextIndex
    private let places: Set<UInt64>
    private let phrases: [UInt64: [[UInt64]]]

    init(_ index: TextIndex, phrases: [String]) {
        self.index = index
        var places: Set<UInt64> = []
        var longer: [UInt64: [[UInt64]]] = [:]
        for phrase in Set(phrases) {
            let words = TextWords(phrase).words.map(\.hash)
            guard words.count > 1 else {
                places.formUnion(words)
                continue
            }
            for word in Set(words) { longer[word, default: []].append(words) }
        }
        self.places = places
        self.phrases = longer
    }

    /// - Parameter name: the name's own word, which may stand there as the name of more than one.
    func isWord(_ words: Range<Int>, of name: UInt64) -> Bool {
        guard words.count == 1 else { return false }
        let place = words.lowerBound
        let isNamed = isPlaceOrDay(place)
        guard !isSomebody(place, name, isNamed: isNamed) else { return false }
        return isNamed || beginsSentence(place) || isInPhrase(place) || isInBuilding(place)
    }

    /// A name alone in what a building, a street or an inquiry is called, which tells of nobody for certain: `Elizabeth Fry
    /// House`, `St Elizabeth’s school`, `the Khan review`.
    func isInTitle(_ words: Range<Int>) -> Bool {
        guard words.count == 1 else { return false }
        let place = words.lowerBound
        if isInBuilding(place) { return true }
        var next = place + 1
        while next < index.words.count, next - place < 3, index.words[next].gap == .space || isPossessive(next - 1) {
            let isBuilding = Self.buildings.contains(index.words[next].hash)
            let isWhat = isBuilding || Self.inquiries.contains(index.words[next].hash)
            // `The Macdonald Hotel`; but `the Khans' house`.
            let isLed =
                before(place).map { before in
                    Self.leading.contains(index.words[before].hash)
                        && (index.words[before].hash != Self.the || !isBuilding || index.words[next].isCapital)
                } ?? false
            if isWhat, isLed || next > place + 1 { return true }
            guard index.words[next].isCapital else { return false }
            next += 1
        }
        return false
    }

    /// Whether what stands behind a first name is a family name: a word with one capital, in the same sentence, and no everyday
    /// one; or one that people are called by too, with what they do or where they are from behind it.
    func isFamilyName(_ place: Int, behind name: Int) -> Bool {
        let word = index.words[place]
        guard index.words[name].isCapital, word.isCapital, word.gap == .space, hasSmallLetters(place),
            !isPlaceOrDay(place),
            !isInPhrase(place), !StandardWords.contains(word.hash)
        else { return false }
        // `McDonald` is read as two.
        let isJoined =
            place + 1 < index.words.count && index.words[place + 1].gap.isEmpty && index.words[place + 1].isCapital
        guard index.isOrdinary[place], !isJoined else { return true }
        let isForm = ["s", "ed", "ing", "ly"].contains { index.text(place).hasSuffix($0) }
        let isKnown = [Self.deeds, Self.being, Self.fates, Self.kin, Self.plural].contains { $0.contains(word.hash) }
        guard !isForm, !isKnown, place + 1 < index.words.count, !index.words[place + 1].isCapital else { return false }
        let after = index.words[place + 1]
        guard after.gap.isDisjoint(with: [.sentence, .far]) else { return false }
        return after.gap.contains(.comma) || Self.deeds.contains(after.hash) || Self.origins.contains(after.hash)
    }

    /// It is no abbreviation.
    private func hasSmallLetters(_ place: Int) -> Bool {
        let text = Array(index.texts[index.text(of: place)].text.utf8)[index.words[place].range]
        return String(decoding: text, as: UTF8.self).contains(where: \.isLowercase)
    }

    private func isPlaceOrDay(_ place: Int) -> Bool {
        places.contains(index.words[place].hash) || Self.calendar.contains(index.words[place].hash)
    }

    private func beginsSentence(_ place: Int) -> Bool { !index.words[place].gap.isDisjoint(with: [.sentence, .far]) }

    private func isSomebody(_ place: Int, _ name: UInt64, isNamed: Bool) -> Bool {
        let before = before(place)
        let after = after(place)
        let isPossessive = isPossessive(place)
        if index.words[place].hash != name, before.map({ index.words[$0].hash == Self.the }) ?? false { return true }
        if let before {
            if Self.addressing.contains(index.words[before].hash) { return true }
            // `Toby Young`; but `Chorley, Preston`.
            let isFirstName =
                index.words[before].isCapital && !index.isOrdinary[before] && index.words[place].gap == .space
                && !places.contains(index.words[before].hash) && index.words[before].plain.count > 1
            if isFirstName, !isInBuilding(place) { return true }
        }
        if isPossessive { return !isNamed || after.map { Self.kin.contains(index.words[$0].hash) } ?? false }
        guard let after else { return isBeforeInitial(place) }
        let next = index.words[after]
        // `Grace W.`
        if next.isCapital, next.plain.count == 1, !next.isNumber { return true }
        // `Preston family has`; but `Preston family hub`.
        if Self.family.contains(next.hash), let third = self.after(after) {
            return [Self.being, Self.deeds, Self.plural, Self.passive].contains {
                $0.contains(index.words[third].hash)
            }
        }
        // `Long waits are the rule`: what is many is no deed.
        if Self.deeds.contains(next.hash) {
            return !(self.after(after).map { Self.plural.contains(index.words[$0].hash) } ?? false)
        }
        if Self.kinBeside.contains(next.hash) { return true }
        guard Self.being.contains(next.hash), let third = self.after(after) else { return false }
        let said = index.words[third]
        return Self.fates.contains(said.hash) || Self.ages.contains(said.hash) || !isNamed && said.isNumber
    }

    /// Whether a capital word may be somebody of whom something is said: `Hope hides`, `April is out of school`; but `April is the
    /// month of reviews`, `April reviews`.
    func isActing(_ place: Int) -> Bool {
        guard let after = after(place), !index.words[after].isCapital else { return false }
        let next = index.words[after]
        let third = self.after(after).map { index.words[$0].hash }
        if Self.being.contains(next.hash) { return third.map { !Self.articles.contains($0) } ?? false }
        // `Will schools share escorts?`
        guard !isPlaceOrDay(place), index.words[place].hash != Self.will, index.text(after).hasSuffix("s"),
            next.plain.count > 3
        else { return false }
        // What many are or do is done by no one: `Grace periods are short`.
        return third.map { !Self.plural.contains($0) } ?? true
    }

    /// `Preston, N. waits`: the first letter of another name stands behind a comma.
    private func isBeforeInitial(_ place: Int) -> Bool {
        guard place + 2 < index.words.count else { return false }
        let (letter, next) = (index.words[place + 1], index.words[place + 2])
        return letter.gap.contains(.comma) && !letter.gap.contains(.far) && letter.isCapital && letter.plain.count == 1
            && !letter.isNumber && !next.gap.isDisjoint(with: [.dot, .sentence])
    }

    /// Whether what stands there speaks of many: `hope young people`.
    func isBeforePeople(_ place: Int) -> Bool {
        place < index.words.count && index.words[place].gap == .space && Self.people.contains(index.words[place].hash)
    }

    /// The word before it in its sentence.
    private func before(_ place: Int) -> Int? { place > 0 && !beginsSentence(place) ? place - 1 : nil }

    /// The word after it in its sentence.
    private func after(_ place: Int) -> Int? {
        let next = place + 1
        guard next < index.words.count, !beginsSentence(next), !index.words[next].gap.contains(.comma) else {
            return nil
        }
        return next
    }

    /// An apostrophe follows it, and an s.
    private func isPossessive(_ place: Int) -> Bool {
        let text = index.texts[index.text(of: place)].text.utf8
        let end = text.index(text.startIndex, offsetBy: index.words[place].range.upperBound)
        let rest = text[end...].prefix(4)
        return rest.elementsEqual("'s".utf8) || rest.starts(with: "'s".utf8) || rest.starts(with: "’s".utf8)
    }

    /// It stands in what something is called: `Short breaks`, `West Lancashire`.
    private func isInPhrase(_ place: Int) -> Bool {
        (phrases[index.words[place].hash] ?? []).contains { phrase in
            phrase.indices.contains { offset in
                phrase[offset] == index.words[place].hash && place >= offset && index.isHere(phrase, at: place - offset)
            }
        }
    }

    /// Capitals follow it, the last of them what a building or a street is: `Grace Kelly House`.
    private func isInBuilding(_ place: Int) -> Bool {
        var next = place + 1
        while next < index.words.count, next - place < 4, index.words[next].isCapital, index.words[next].gap == .space {
            if Self.buildings.contains(index.words[next].hash) { return true }
            next += 1
        }
        return false
    }

    private static func words(_ words: String) -> Set<UInt64> {
        Set(words.split { $0 == " " || $0 == "\n" }.map { TextWords.hash($0.utf8) })
    }

    private static let articles = words("the a an")
    private static let will = TextWords.hash("will")
    private static let the = TextWords.hash("the")
    private static let calendar = words(
        """
        january february march april may june july august september october november december monday tuesday wednesday
        thursday friday saturday sunday spring summer autumn winter christmas easter
        """)
    /// What is done to somebody whose name follows.
    private static let addressing = words(
        """
        tell telling told ask asking asked ring ringing rang phone phoned call called visit visited thank thanked named mum
        mother dad father son daughter brother sister gran grandmother grandad grandfather little
        """)
    /// What somebody does whose name stands before.
    private static let deeds = words(
        """
        said says asked asks called tells rang rings wrote phoned emailed reported complained explained thanked came goes went took
        got gets lives lived moved waits waited sat stays stayed attended attends missed misses wants wanted feels felt
        thinks thought hit bit ran hurt cried cries screamed screams struggles sleeps eats learns likes loves hates started
        agreed withdrew spoke speaks
        """)
    private static let family = words("family families child parents")
    private static let passive = words("not be been need needs")
    private static let people = words("people person children adults carers families parents girls boys")
    private static let being = words("is was has had will can cannot could does did gets got")
    private static let plural = words("are were have")
    /// What becomes of somebody.
    private static let fates = words(
        """
        told asked missed lost seen sent rung left excluded refused upset ill well autistic been waited waiting
        at home moved sat stayed crying hurt bullied sick taken diagnosed assessed
        """)
    private static let ages = words(
        """
        one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
        """)
    private static let kin = words(
        """
        son daughter mum mother dad father parents family child children brother sister twin twins boy girl gran grandmother
        bedroom room plan place diagnosis behaviour needs teacher
        """)
    private static let kinBeside = words("son daughter mum mother dad father brother sister twins")
    /// What tells where somebody is from.
    private static let origins = words("of from at")
    private static let leading = words("the st saint queen king prince princess lord lady")
    private static let inquiries = words(
        "review report inquiry enquiry act foundation trust award test scale method")
    private static let buildings = words(
        """
        house road street lane school academy college centre center hall park hospital hotel infirmary clinic library church
        nursery avenue close drive court surgery theatre zoo ward square terrace gardens museum library stadium arena
        """)
}
