import Partnership

/// A paper that is laid out from one meeting's papers, as an edition prints them.
protocol MeetingPack {
    var meeting: EditedMeeting { get }
    var document: PackDocument { get }
}

extension MeetingPack {
    var words: MeetingWords { MeetingWords(meeting) }
    var papers: MeetingPapers { meeting.papers }
}
