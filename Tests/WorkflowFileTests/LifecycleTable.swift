/// Who may do what, and where it leads, as the domain says it: written by hand, not taken from the files.
struct LifecycleTable {
    struct Step {
        let event: String
        let from: [String]
        /// The state it leads to with the samples of the test; `=` for the same one.
        let to: String
        let by: [String]
    }

    let states: [String]
    let roles: [String]
    let steps: [Step]

    /// Lines of `event | from | to | roles`; a word with a capital stands for the list given under that name.
    init(states: String, roles: String, lists: [String: String] = [:], _ lines: String) {
        func words(_ text: Substring) -> [String] {
            text.split(separator: " ").flatMap { word in
                lists[String(word)]?.split(separator: " ").map(String.init) ?? [String(word)]
            }
        }
        self.states = states.split(separator: " ").map(String.init)
        self.roles = roles.split(separator: " ").map(String.init)
        steps = lines.split(separator: "\n").map { line in
            let parts = line.split(separator: "|")
            return Step(
                event: words(parts[0])[0], from: words(parts[1]), to: words(parts[2])[0], by: words(parts[3]))
        }
    }

    static let issue = LifecycleTable(
        states:
            "start logged acknowledged needs-info accepted early-resolution dealt-with diverted redirected withdrawn merged "
            + "on-agenda deferred local-action resolved-local escalation-proposed escalated with-board board-action "
            + "delegated referred-up returned-to-lap resolved-board closed",
        roles: "dco dco-admin chair member parent-rep action-owner board-secretary board-chair board-member group-lead "
            + "group-member information-officer viewer anyone system",
        lists: [
            "Open": "logged acknowledged needs-info accepted early-resolution on-agenda deferred local-action "
                + "resolved-local escalation-proposed escalated with-board board-action delegated referred-up "
                + "returned-to-lap resolved-board",
            "InTouch": "acknowledged needs-info accepted early-resolution on-agenda deferred local-action "
                + "resolved-local escalation-proposed escalated with-board board-action delegated referred-up "
                + "returned-to-lap resolved-board",
        ],
        """
        log | start | logged | dco dco-admin
        log-history | start | dealt-with | dco dco-admin
        log-diverted | start | diverted | dco dco-admin
        hand-over-complaint | Open | = | dco dco-admin
        answer-complaint | Open | = | dco dco-admin
        signpost | Open | = | dco dco-admin
        pass-on | Open | = | dco dco-admin
        team-answered | Open | = | dco dco-admin
        link | Open | = | dco dco-admin
        divert | Open merged | diverted | dco dco-admin
        acknowledge | logged | acknowledged | dco dco-admin
        request-info | acknowledged | needs-info | dco
        receive-info | needs-info | acknowledged | dco
        lapse | needs-info | withdrawn | dco system
        redirect | logged acknowledged accepted early-resolution | redirected | dco
        withdraw | Open merged | withdrawn | dco
        merge | logged acknowledged accepted | merged | dco
        told-along | merged | = | system
        answered-along | merged | = | system
        opened-along | merged | = | system
        come-back | merged | acknowledged | system
        part-changed | Open | = | system
        look-over | Open | = | dco dco-admin
        rectify | closed dealt-with redirected withdrawn merged | = | information-officer
        take-out | closed dealt-with redirected withdrawn merged | = | system
        set-apart | Open | = | system
        strike-contact | Open | = | dco dco-admin
        forget-contact | closed dealt-with redirected withdrawn merged | = | system
        put-out | closed dealt-with redirected withdrawn merged | = | system
        accept | logged acknowledged | accepted | dco
        start-early-resolution | accepted | early-resolution | dco
        resolve-early | early-resolution | resolved-local | dco
        schedule | accepted early-resolution deferred returned-to-lap | on-agenda | dco chair system
        unschedule | on-agenda | accepted | chair
        take-private | on-agenda | = | dco chair
        board-take-private | with-board | = | board-secretary board-chair
        carry | on-agenda | deferred | system
        wait | on-agenda | accepted | system
        board-carry | with-board | escalated | system
        board-wait | with-board | escalated | system
        board-pass | escalated | = | system
        actions-done | local-action board-action delegated | = | system
        come-off-agenda | on-agenda deferred | accepted | system
        come-off-board | with-board escalated | escalated | system
        follow-meeting | on-agenda | = | system
        follow-board | with-board | = | system
        follow-put-off | escalated | = | system
        assign | on-agenda | local-action | chair
        defer | on-agenda | deferred | chair
        note | on-agenda | resolved-local | chair
        complete | local-action | resolved-local | dco
        bring-back | local-action | on-agenda | dco system
        propose-escalation | on-agenda deferred local-action | escalation-proposed | chair
        withdraw-proposal | escalation-proposed | on-agenda | chair
        submit | escalation-proposed | escalated | dco
        enter-at-board | accepted | escalated | dco
        correct-brief | escalation-proposed escalated with-board | = | dco board-secretary
        send-back | escalated | escalation-proposed | board-secretary
        table | escalated | with-board | board-secretary system
        board-defer | with-board | escalated | board-chair
        board-own | with-board | board-action | board-chair
        board-commission | with-board | board-action | board-chair
        decision-refused | board-action resolved-board | with-board | system
        board-delegate | with-board | delegated | board-chair
        board-refer | with-board | referred-up | board-chair
        board-return | with-board | returned-to-lap | board-chair
        board-nfa | with-board | resolved-board | board-chair
        group-report | delegated | with-board | group-lead
        receive-reply | referred-up | with-board | board-secretary
        board-complete | board-action delegated | resolved-board | board-chair
        feed-back | resolved-local resolved-board | closed | dco
        review | resolved-board closed | = | dco board-secretary
        reopen | closed withdrawn redirected | accepted | dco board-chair
        suspend | Open | = | dco
        resume | Open | = | dco
        edit | Open merged | = | dco dco-admin
        reassign | Open | = | dco dco-admin
        rescreen | Open merged | = | dco dco-admin
        remark | Open | = | dco dco-admin
        attempt-contact | Open | = | dco dco-admin
        update-raiser | InTouch merged | = | dco dco-admin
        withdraw-consent | Open merged | = | dco dco-admin
        renew-consent | Open merged | = | dco dco-admin
        revise-due | local-action | = | chair dco
        board-revise-due | board-action | = | board-chair board-secretary
        follow-due | local-action board-action | = | system
        propose-completion | local-action board-action delegated | = | action-owner group-lead dco board-secretary
        """)

    static let meeting = LifecycleTable(
        states: "start scheduled published held concluded drafted circulated agreed signed cancelled",
        roles: "chair dco dco-admin board-chair board-secretary group-lead member parent-rep board-member "
            + "group-member information-officer viewer anyone system",
        lists: [
            "Hosts": "dco dco-admin chair board-secretary board-chair group-lead",
            "Clerks": "dco dco-admin chair board-secretary group-lead",
        ],
        """
        schedule | start | scheduled | Hosts
        edit | scheduled published | = | Hosts
        reschedule | scheduled published | scheduled | Hosts
        cancel | scheduled published | cancelled | chair dco board-chair board-secretary group-lead
        publish | scheduled | published | Hosts
        supplement | published | = | chair dco dco-admin board-chair board-secretary group-lead
        hold | published | held | Hosts
        conclude | held | concluded | Hosts
        confirm | concluded drafted circulated agreed signed | = | chair board-chair group-lead
        draft-minutes | concluded | drafted | Clerks
        circulate-minutes | drafted | circulated | Clerks
        agree-minutes | circulated | agreed | chair board-chair group-lead
        sign-minutes | agreed | signed | chair board-chair group-lead
        """)

    static let action = LifecycleTable(
        states: "start open in-progress done-proposed done cancelled superseded put-out",
        roles: "chair dco dco-admin board-chair board-secretary group-lead action-owner member parent-rep board-member "
            + "group-member information-officer viewer anyone system",
        lists: [
            "Watchers": "chair dco board-chair board-secretary group-lead",
            "Doers": "action-owner chair dco dco-admin board-secretary group-lead",
            "Unfinished": "open in-progress done-proposed",
        ],
        """
        open | start | open | chair dco dco-admin board-chair board-secretary group-lead system
        start | open | in-progress | Doers
        report | Unfinished | = | Doers
        propose-done | open in-progress | done-proposed | Doers
        complete | done-proposed | done | Watchers
        reopen | done-proposed done | in-progress | Watchers
        revise-due | Unfinished | = | Watchers
        follow-due | Unfinished | = | system
        reassign | Unfinished | = | Watchers
        cancel | Unfinished | cancelled | Watchers
        supersede | Unfinished | superseded | Watchers system
        place | open in-progress done-proposed done cancelled superseded | = | Watchers
        put-out | done cancelled superseded | put-out | system
        """)

    static let matter = LifecycleTable(
        states: "start brought waiting taken withdrawn put-out",
        roles: "chair dco dco-admin board-chair board-secretary group-lead member parent-rep board-member "
            + "group-member information-officer viewer anyone system",
        lists: ["Clerks": "dco dco-admin chair board-chair board-secretary group-lead", "Ahead": "brought waiting"],
        """
        add | start | brought | Clerks
        edit | Ahead | = | Clerks
        note | Ahead | = | dco chair board-chair board-secretary group-lead
        supply | Ahead | = | Clerks
        move | Ahead | brought | Clerks system
        withdraw | Ahead | withdrawn | Clerks
        take | brought | taken | system
        carry | brought taken | brought | system
        defer | brought waiting taken | brought | system
        bring-again | start | brought | system
        wait | brought taken | waiting | system
        come-off-agenda | brought | waiting | system
        follow-meeting | brought | = | system
        put-out | taken withdrawn | put-out | system
        """)

    static let commitment = LifecycleTable(
        states: "start open awaited handed-on supplied confirmed refused reported withdrawn put-out",
        roles: "chair dco dco-admin board-chair board-secretary group-lead action-owner member parent-rep board-member "
            + "group-member information-officer viewer anyone system",
        lists: [
            "Clerks": "chair dco dco-admin board-chair board-secretary group-lead",
            "Watchers": "chair dco board-chair board-secretary group-lead",
        ],
        """
        open | start | open | Clerks system
        seek-decision | start | awaited | system
        hand-on | start | handed-on | system
        report | open awaited handed-on | = | action-owner chair dco dco-admin board-secretary group-lead
        revise-due | open awaited handed-on | = | Watchers
        reassign | open awaited handed-on | = | Watchers
        supply | open | supplied | Clerks action-owner
        confirm | awaited | confirmed | Clerks
        refuse | awaited | refused | Clerks
        report-back | handed-on | reported | Clerks action-owner
        withdraw | open awaited handed-on | withdrawn | Watchers
        place | open awaited handed-on supplied confirmed refused withdrawn reported | = | Watchers
        follow-meeting | open | = | system
        put-out | supplied confirmed refused withdrawn reported | put-out | system
        """)

    static let gap = LifecycleTable(
        states: "start found told closed put-out",
        roles: "dco dco-admin chair member parent-rep viewer board-chair board-secretary board-member "
            + "information-officer anyone system",
        lists: ["Tellers": "dco dco-admin board-secretary"],
        """
        open | start | found | dco dco-admin chair
        tell | found told | told | Tellers
        review | found told | = | Tellers
        correct | found told | = | dco dco-admin
        close | found told | closed | Tellers
        put-out | closed | put-out | system
        """)

    static let risk = LifecycleTable(
        states: "start open closed put-out",
        roles: "chair dco dco-admin board-chair board-secretary group-lead action-owner member parent-rep board-member "
            + "group-member information-officer viewer anyone system",
        lists: [
            "Clerks": "chair dco dco-admin board-chair board-secretary group-lead",
            "Deciders": "chair dco board-chair board-secretary group-lead",
        ],
        """
        open | start | open | Clerks
        assess | open | = | Clerks action-owner
        review | open | = | Clerks action-owner
        reassign | open | = | Deciders
        close | open | closed | Deciders
        put-out | closed | put-out | system
        """)

    static let question = LifecycleTable(
        states: "start asked answered noted withdrawn put-out",
        roles: "board-member board-chair board-secretary dco dco-admin chair information-officer system",
        """
        ask | start | asked | board-member board-chair
        note | start | noted | board-member board-chair
        answer | asked answered | answered | dco
        withdraw | asked noted | withdrawn | board-member board-chair board-secretary
        follow-meeting | asked | = | system
        put-out | answered noted withdrawn | put-out | system
        """)

    static let planAction = LifecycleTable(
        states: "start not-started on-track delayed complete put-out",
        roles: "board-secretary board-chair group-lead action-owner dco chair member parent-rep board-member "
            + "group-member information-officer viewer anyone system",
        lists: ["Leads": "board-secretary board-chair group-lead"],
        """
        add | start | not-started | board-secretary board-chair system
        edit | not-started on-track delayed | = | Leads
        plan-start | not-started | = | Leads
        start | not-started | on-track | Leads
        report | on-track delayed | = | Leads action-owner
        delay | not-started on-track delayed | delayed | Leads
        recover | delayed | on-track | Leads
        complete | on-track delayed | complete | board-secretary board-chair
        reopen | complete | on-track | board-secretary board-chair
        put-out | complete | put-out | system
        """)

    static let draft = LifecycleTable(
        states: "start kept gone", roles: "action-owner dco information-officer anyone system",
        """
        keep | start | kept | anyone
        replace | kept | = | action-owner
        go-on | kept | gone | action-owner
        drop | kept | gone | action-owner
        expire | kept | gone | system
        """)

    static let breach = LifecycleTable(
        states: "start known deciding closed put-out",
        roles: "information-officer dco chair board-secretary board-chair system",
        lists: ["Deciders": "information-officer dco board-secretary"],
        """
        open | start | known | information-officer dco chair board-secretary board-chair system
        note | known deciding | = | information-officer dco chair board-secretary board-chair
        correct | known deciding closed | = | information-officer
        decide-authority | known deciding | deciding | Deciders
        decide-families | known deciding | = | Deciders
        decide-others | known deciding | = | Deciders
        close | deciding | closed | Deciders
        reopen | closed | known | Deciders
        put-out | closed | put-out | system
        """)

    static let request = LifecycleTable(
        states: "start received approved keeping answered refused released put-out",
        roles: "information-officer dco dco-admin system",
        lists: ["Officers": "information-officer dco"],
        """
        receive | start | received | Officers dco-admin
        keep | start | keeping | Officers
        check-identity | received | = | Officers dco-admin
        judge-competence | received | = | Officers
        take-opinion | received | = | Officers
        extend | received approved | = | Officers
        approve | received | approved | Officers
        refuse | received approved | refused | Officers
        give-out | approved | = | system
        erase | approved | = | system
        answer | approved | answered | Officers
        release | keeping | released | Officers
        put-out | answered refused released | put-out | system
        """)
}
