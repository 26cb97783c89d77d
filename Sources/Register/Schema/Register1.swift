import Ledger

extension Schema {
    /// The tables of a register beside its journal and its vault: shipped with the first one, and never edited after that.
    static let register1 = """
        CREATE TABLE setting (
          name TEXT PRIMARY KEY,
          value TEXT NOT NULL
        )
        --
        CREATE TABLE area (
          id TEXT PRIMARY KEY,
          position INTEGER NOT NULL,
          letter TEXT NOT NULL UNIQUE CHECK (length(letter) = 1),
          title TEXT NOT NULL
        )
        --
        CREATE TABLE district (
          id TEXT PRIMARY KEY,
          position INTEGER NOT NULL,
          title TEXT NOT NULL,
          area TEXT NOT NULL REFERENCES area (id)
        )
        --
        CREATE TABLE body (
          id TEXT PRIMARY KEY,
          position INTEGER NOT NULL,
          title TEXT NOT NULL,
          kind TEXT NOT NULL CHECK (kind IN ('lap', 'board', 'group', 'caseload')),
          area TEXT REFERENCES area (id),
          settings TEXT NOT NULL
        )
        --
        CREATE TABLE concern (
          number INTEGER PRIMARY KEY,
          title TEXT NOT NULL,
          improving INTEGER NOT NULL CHECK (improving IN (0, 1))
        )
        --
        CREATE TABLE theme (
          id TEXT PRIMARY KEY,
          position INTEGER NOT NULL,
          title TEXT NOT NULL,
          concern INTEGER NOT NULL REFERENCES concern (number),
          aliases TEXT NOT NULL
        )
        --
        CREATE TABLE destination (
          id TEXT PRIMARY KEY,
          position INTEGER NOT NULL,
          title TEXT NOT NULL,
          takes TEXT NOT NULL,
          contact TEXT NOT NULL,
          urgent INTEGER NOT NULL CHECK (urgent IN (0, 1)),
          advice INTEGER NOT NULL CHECK (advice IN (0, 1))
        )
        --
        CREATE TABLE public_contact (
          id TEXT PRIMARY KEY,
          position INTEGER NOT NULL,
          title TEXT NOT NULL,
          reach TEXT NOT NULL
        )
        --
        CREATE TABLE plan (
          id TEXT PRIMARY KEY,
          position INTEGER NOT NULL,
          title TEXT NOT NULL,
          settings TEXT NOT NULL
        )
        --
        CREATE TABLE role (
          id TEXT PRIMARY KEY,
          position INTEGER NOT NULL,
          title TEXT NOT NULL,
          acts TEXT NOT NULL,
          everywhere INTEGER NOT NULL CHECK (everywhere IN (0, 1)),
          counted INTEGER NOT NULL CHECK (counted IN (0, 1)),
          duties TEXT NOT NULL
        )
        --
        CREATE TABLE permission (
          id TEXT PRIMARY KEY,
          roles TEXT NOT NULL
        )
        --
        CREATE TABLE person (
          id TEXT PRIMARY KEY,
          name TEXT NOT NULL,
          email TEXT
        )
        --
        CREATE TABLE seat (
          id INTEGER PRIMARY KEY,
          body TEXT REFERENCES body (id),
          role TEXT NOT NULL REFERENCES role (id),
          organisation TEXT,
          opened TEXT,
          closed TEXT,
          CHECK (closed IS NULL OR opened IS NULL OR closed >= opened)
        )
        --
        CREATE INDEX seat_body ON seat (body, role)
        --
        CREATE TABLE term (
          id INTEGER PRIMARY KEY,
          seat INTEGER NOT NULL REFERENCES seat (id),
          person TEXT NOT NULL REFERENCES person (id),
          since TEXT,
          until TEXT,
          deputy_for TEXT REFERENCES person (id),
          CHECK (until IS NULL OR since IS NULL OR until >= since)
        )
        --
        CREATE INDEX term_person ON term (person)
        --
        CREATE INDEX term_seat ON term (seat)
        --
        CREATE TABLE definition (
          id INTEGER PRIMARY KEY,
          digest TEXT NOT NULL UNIQUE,
          workflow TEXT NOT NULL,
          source TEXT NOT NULL
        )
        --
        CREATE TABLE item (
          id INTEGER PRIMARY KEY,
          workflow TEXT NOT NULL,
          reference TEXT NOT NULL UNIQUE,
          state TEXT NOT NULL,
          version INTEGER NOT NULL CHECK (version > 0),
          definition INTEGER NOT NULL REFERENCES definition (id),
          due TEXT,
          due_clock TEXT,
          warn TEXT,
          open INTEGER NOT NULL CHECK (open IN (0, 1)),
          clocks TEXT NOT NULL,
          fields TEXT NOT NULL,
          area TEXT REFERENCES area (id),
          theme TEXT REFERENCES theme (id),
          body TEXT REFERENCES body (id),
          owner TEXT REFERENCES person (id),
          meeting TEXT REFERENCES item (reference),
          next_meeting TEXT REFERENCES item (reference),
          issue TEXT REFERENCES item (reference),
          lead TEXT REFERENCES item (reference),
          happens TEXT,
          individual INTEGER NOT NULL CHECK (individual IN (0, 1)),
          title INTEGER,
          closed TEXT,
          done_on TEXT,
          published_on TEXT,
          confirmed_at TEXT,
          returned_on TEXT,
          board_date TEXT,
          board_defers INTEGER,
          raised_by TEXT,
          safeguarding TEXT,
          decision TEXT,
          links TEXT,
          score INTEGER,
          escalated INTEGER NOT NULL CHECK (escalated IN (0, 1)),
          CHECK (workflow <> 'issue' OR (area IS NOT NULL AND happens IS NOT NULL)),
          CHECK (workflow <> 'issue' OR safeguarding IS NOT NULL),
          CHECK (workflow <> 'meeting' OR (body IS NOT NULL AND happens IS NOT NULL)),
          CHECK ((due IS NULL) = (due_clock IS NULL))
        )
        --
        CREATE INDEX item_due ON item (workflow, due) WHERE due IS NOT NULL
        --
        CREATE INDEX item_clock ON item (due_clock, due) WHERE due_clock IS NOT NULL
        --
        CREATE INDEX item_warn ON item (warn) WHERE warn IS NOT NULL
        --
        CREATE INDEX item_state ON item (workflow, state, happens)
        --
        CREATE INDEX item_area ON item (workflow, area, happens) WHERE area IS NOT NULL
        --
        CREATE INDEX item_closed ON item (area, closed) WHERE closed IS NOT NULL
        --
        CREATE INDEX item_theme ON item (theme, area, happens) WHERE theme IS NOT NULL
        --
        CREATE INDEX item_owner ON item (owner, workflow, due) WHERE owner IS NOT NULL
        --
        CREATE INDEX item_body ON item (body, workflow, happens) WHERE body IS NOT NULL
        --
        CREATE INDEX item_meeting ON item (meeting, workflow) WHERE meeting IS NOT NULL
        --
        CREATE INDEX item_next_meeting ON item (next_meeting) WHERE next_meeting IS NOT NULL
        --
        CREATE INDEX item_issue ON item (issue) WHERE issue IS NOT NULL
        --
        CREATE INDEX item_lead ON item (lead) WHERE lead IS NOT NULL
        --
        CREATE INDEX item_decision ON item (decision) WHERE decision IS NOT NULL
        --
        CREATE INDEX item_exception ON item (board_defers) WHERE board_defers > 0 AND open = 1
        --
        CREATE INDEX item_escalated ON item (open, closed) WHERE escalated = 1
        --
        CREATE INDEX item_links ON item (workflow, id) WHERE links IS NOT NULL
        --
        CREATE INDEX item_score ON item (body, score) WHERE score IS NOT NULL AND open = 1
        --
        CREATE INDEX item_happens ON item (workflow, happens)
        --
        CREATE INDEX item_worry ON item (workflow, area) WHERE safeguarding <> 'no'
        --
        CREATE TABLE tally (
          workflow TEXT NOT NULL,
          area TEXT NOT NULL,
          state TEXT NOT NULL,
          count INTEGER NOT NULL CHECK (count >= 0),
          PRIMARY KEY (workflow, area, state)
        )
        --
        CREATE TABLE agenda_item (
          id INTEGER PRIMARY KEY,
          meeting INTEGER NOT NULL REFERENCES item (id),
          position INTEGER NOT NULL,
          number TEXT NOT NULL,
          title TEXT NOT NULL,
          feed TEXT NOT NULL,
          purpose TEXT NOT NULL CHECK (purpose IN
            ('information', 'discussion', 'decision', 'assurance', 'approval')),
          lead TEXT NOT NULL,
          minutes INTEGER NOT NULL CHECK (minutes >= 0),
          private INTEGER NOT NULL CHECK (private IN (0, 1)),
          paragraph INTEGER,
          reason TEXT,
          released TEXT,
          release_reason TEXT,
          issue INTEGER REFERENCES item (id),
          matter INTEGER REFERENCES item (id),
          supplement INTEGER NOT NULL CHECK (supplement >= 0),
          added TEXT NOT NULL,
          late TEXT,
          discussed TEXT,
          reached INTEGER NOT NULL CHECK (reached IN (0, 1)),
          UNIQUE (meeting, number),
          CHECK (private = 1 OR (paragraph IS NULL AND reason IS NULL AND released IS NULL)),
          CHECK ((released IS NULL) = (release_reason IS NULL))
        )
        --
        CREATE INDEX agenda_item_issue ON agenda_item (issue) WHERE issue IS NOT NULL
        --
        CREATE INDEX agenda_item_matter ON agenda_item (matter) WHERE matter IS NOT NULL
        --
        CREATE INDEX agenda_item_passed ON agenda_item (issue) WHERE reached = 0 AND issue IS NOT NULL
        --
        CREATE INDEX agenda_item_private ON agenda_item (issue) WHERE private = 1
        --
        CREATE TABLE called (
          id INTEGER PRIMARY KEY,
          meeting INTEGER NOT NULL REFERENCES item (id),
          person TEXT REFERENCES person (id),
          organisation TEXT,
          since TEXT NOT NULL,
          until TEXT NOT NULL,
          reminded TEXT,
          answered TEXT,
          answer TEXT CHECK (answer IN ('items', 'nothing')),
          CHECK ((person IS NULL) <> (organisation IS NULL)),
          CHECK ((answered IS NULL) = (answer IS NULL))
        )
        --
        CREATE UNIQUE INDEX called_person ON called (meeting, person) WHERE person IS NOT NULL
        --
        CREATE UNIQUE INDEX called_organisation ON called (meeting, organisation) WHERE organisation IS NOT NULL
        --
        CREATE TABLE attendance (
          id INTEGER PRIMARY KEY,
          meeting INTEGER NOT NULL REFERENCES item (id),
          person TEXT NOT NULL REFERENCES person (id),
          seat INTEGER REFERENCES seat (id),
          status TEXT NOT NULL CHECK (status IN ('present', 'apologies', 'absent', 'deputised')),
          deputy TEXT REFERENCES person (id),
          capacity TEXT CHECK (capacity IN ('guest', 'adviser', 'minute-taker')),
          online INTEGER NOT NULL CHECK (online IN (0, 1)),
          arrived TEXT,
          departed TEXT,
          UNIQUE (meeting, person),
          CHECK ((status = 'deputised') = (deputy IS NOT NULL)),
          CHECK (capacity IS NULL OR status = 'present'),
          CHECK (status IN ('present', 'deputised') OR (online = 0 AND arrived IS NULL AND departed IS NULL))
        )
        --
        CREATE TABLE declaration (
          id INTEGER PRIMARY KEY,
          meeting INTEGER NOT NULL REFERENCES item (id),
          person TEXT NOT NULL REFERENCES person (id),
          agenda_item INTEGER NOT NULL REFERENCES agenda_item (id),
          interest TEXT NOT NULL,
          withdrew INTEGER NOT NULL CHECK (withdrew IN (0, 1)),
          UNIQUE (agenda_item, person)
        )
        --
        CREATE TABLE decision (
          id INTEGER PRIMARY KEY,
          reference TEXT NOT NULL UNIQUE,
          body TEXT NOT NULL REFERENCES body (id),
          year INTEGER NOT NULL,
          number INTEGER NOT NULL,
          meeting INTEGER NOT NULL REFERENCES item (id),
          issue INTEGER REFERENCES item (id),
          agenda_item INTEGER REFERENCES agenda_item (id),
          kind TEXT NOT NULL CHECK (kind IN
            ('noted', 'agreed', 'not-agreed', 'agreed-with-amendment', 'deferred', 'delegated', 'referred')),
          wording TEXT NOT NULL,
          provisional INTEGER NOT NULL CHECK (provisional IN (0, 1)),
          votes_for INTEGER CHECK (votes_for >= 0),
          votes_against INTEGER CHECK (votes_against >= 0),
          abstained INTEGER CHECK (abstained >= 0),
          casting INTEGER CHECK (casting IN (0, 1)),
          UNIQUE (body, year, number),
          CHECK ((votes_for IS NULL) = (votes_against IS NULL)),
          CHECK ((votes_for IS NULL) = (abstained IS NULL)),
          CHECK ((votes_for IS NULL) = (casting IS NULL))
        )
        --
        CREATE INDEX decision_meeting ON decision (meeting)
        --
        CREATE INDEX decision_provisional ON decision (meeting) WHERE provisional = 1
        --
        CREATE INDEX decision_issue ON decision (issue) WHERE issue IS NOT NULL
        --
        CREATE TABLE terms (
          id INTEGER PRIMARY KEY,
          body TEXT NOT NULL REFERENCES body (id),
          version INTEGER NOT NULL CHECK (version > 0),
          agreed TEXT NOT NULL,
          meeting INTEGER REFERENCES item (id),
          review TEXT NOT NULL,
          UNIQUE (body, version)
        )
        --
        CREATE TABLE attached (
          id INTEGER PRIMARY KEY,
          item INTEGER NOT NULL REFERENCES item (id),
          number INTEGER NOT NULL CHECK (number > 0),
          format TEXT NOT NULL CHECK (format IN ('pdf', 'docx', 'xlsx', 'png', 'jpeg', 'txt', 'md')),
          size INTEGER NOT NULL CHECK (size > 0),
          digest TEXT NOT NULL CHECK (length(digest) = 64),
          day TEXT NOT NULL,
          person TEXT NOT NULL REFERENCES person (id),
          UNIQUE (item, number)
        )
        --
        CREATE TABLE dissent (
          id INTEGER PRIMARY KEY,
          decision INTEGER NOT NULL REFERENCES decision (id),
          person TEXT NOT NULL REFERENCES person (id),
          words TEXT NOT NULL,
          UNIQUE (decision, person)
        )
        --
        CREATE TABLE released_word (
          id INTEGER PRIMARY KEY,
          paper INTEGER NOT NULL REFERENCES item (id),
          words TEXT NOT NULL
        )
        --
        CREATE INDEX released_word_paper ON released_word (paper)
        --
        CREATE TABLE mistaken (
          id INTEGER PRIMARY KEY,
          item INTEGER NOT NULL REFERENCES item (id),
          field TEXT NOT NULL,
          vault INTEGER NOT NULL UNIQUE
        )
        --
        CREATE TABLE issued (
          id INTEGER PRIMARY KEY,
          kind TEXT NOT NULL CHECK (
            kind IN ('agenda', 'minutes', 'board', 'letter', 'notice', 'news', 'briefing', 'page', 'log')),
          item INTEGER NOT NULL REFERENCES item (id),
          part TEXT,
          edition TEXT CHECK (edition IN ('public', 'members', 'restricted', 'chair')),
          number INTEGER NOT NULL CHECK (number > 0),
          name TEXT NOT NULL,
          format TEXT NOT NULL,
          size INTEGER NOT NULL CHECK (size > 0),
          digest TEXT NOT NULL CHECK (length(digest) = 64),
          model TEXT NOT NULL CHECK (length(model) = 64),
          redacted INTEGER CHECK (redacted > 0),
          day TEXT NOT NULL,
          person TEXT NOT NULL REFERENCES person (id),
          cites TEXT NOT NULL,
          recalled TEXT,
          breach INTEGER REFERENCES item (id),
          corrected_by INTEGER REFERENCES issued (id),
          CHECK ((kind = 'letter') = (edition IS NULL)),
          CHECK ((recalled IS NULL) = (breach IS NULL)),
          CHECK (corrected_by IS NULL OR recalled IS NOT NULL),
          CHECK (part IS NULL OR kind IN ('minutes', 'news', 'log'))
        )
        --
        CREATE INDEX issued_item ON issued (item)
        --
        CREATE INDEX issued_digest ON issued (digest)
        --
        CREATE INDEX issued_model ON issued (model)
        --
        CREATE INDEX issued_name ON issued (name)
        --
        CREATE TABLE mailed (
          id INTEGER PRIMARY KEY,
          issued INTEGER NOT NULL REFERENCES issued (id),
          person TEXT NOT NULL REFERENCES person (id),
          day TEXT NOT NULL,
          UNIQUE (issued, person)
        )
        """
}
