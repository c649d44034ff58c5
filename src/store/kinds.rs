//! The kinds of rows: their tables, and the columns that make up what a row says.

use crate::domain::day::Day;

/// A kind of row.
#[derive(Debug)]
pub(super) struct Kind {
    /// Its word in the journal and in the versions.
    pub(super) word: &'static str,
    /// Its table.
    pub(super) table: &'static str,
    /// The columns that say something, the key's first. The order is that of the canonical bytes:
    /// never change it.
    pub(super) columns: &'static [&'static str],
    /// How many of them are the key.
    pub(super) key: usize,
    /// Whether a row can be taken back by another.
    pub(super) fact: bool,
}

/// Which facts are read, by the day in UTC on which they were recorded.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Known {
    /// All of them.
    #[default]
    Now,
    /// Those recorded by the end of a day: neither a late entry nor what takes back later is there.
    On(Day),
}

impl Known {
    /// What holds for a row of a table besides, to stand behind another condition.
    pub(super) fn and(self, table: &str) -> String {
        match self {
            Known::Now => String::new(),
            Known::On(day) => format!(" AND date({table}.recorded_at) <= '{day}'"),
        }
    }
}

/// What every fact says besides, in this order: never change it.
pub(super) const TRAIL: [&str; 6] =
    ["reverses", "reason", "collected_by", "recorded_by", "recorded_at", "origin"];

macro_rules! kinds {
    ($($name:ident = $fact:ident $word:literal in $table:literal, key $key:literal:
        $($column:literal)+;)+) => {
        $(
            pub(super) const $name: Kind = Kind {
                word: $word, table: $table, columns: &[$($column),+], key: $key,
                fact: kinds!(@ $fact),
            };
        )+
        /// All of them.
        pub(super) const ALL: &[&Kind] = &[$(&$name),+];
    };
    (@ fact) => { true };
    (@ master) => { false };
}

kinds! {
    PLACE = master "place" in "places", key 1: "code" "kind" "name" "parent" "difficult";
    POINT = master "point" in "points", key 1: "code" "commune" "name" "session_day";
    SESSION_CHANGE = master "session_change" in "session_changes", key 2:
        "point" "month" "held_on";
    GROUP = master "group" in "groups", key 1:
        "code" "village" "point" "association" "leader" "deputy" "founded_on" "closed_on";
    MEMBER = master "member" in "members", key 1:
        "code" "group_code" "name" "born" "sex" "household" "ethnicity" "phone" "id_number"
        "joined_on" "left_on";
    LOAN = master "loan" in "loans", key 1:
        "code" "member" "programme" "principal" "disbursed_on" "rate" "term_months" "due_on"
        "purpose" "interest_grace_until" "capital";
    INSTALMENT = master "instalment" in "instalments", key 2: "loan" "no" "due_on" "amount";
    BANK_GRADE = master "bank_grade" in "bank_grades", key 3:
        "month" "level" "code" "score" "grade";
    TARGET = master "target" in "targets", key 3:
        "area" "indicator" "from_day" "to_day" "baseline" "target" "approved_on";
    CAPITAL = master "capital" in "capital", key 3: "area" "day" "source" "amount" "planned";
    VERSION = fact "version" in "versions", key 1:
        "id" "entity" "key" "field" "value" "based_on";
    OPENING = fact "opening" in "openings", key 1:
        "id" "loan" "day" "outstanding" "interest_owed" "last_movement";
    TRANCHE = fact "disbursement" in "tranches", key 1: "id" "loan" "day" "amount";
    SHEET = fact "sheet" in "sheets", key 1: "id" "group_code" "day" "presence" "lines";
    PAYMENT = fact "payment" in "payments", key 1:
        "id" "loan" "day" "kind" "amount" "place" "receipt" "sheet";
    SAVING = fact "saving" in "savings", key 1: "id" "member" "day" "kind" "amount" "sheet";
    CHANGE = fact "loan_change" in "loan_changes", key 1:
        "id" "loan" "day" "kind" "instalment" "value";
    ATTENDANCE = fact "attendance" in "attendance", key 1: "id" "group_code" "day" "presence";
    VISIT = fact "visit" in "visits", key 1:
        "id" "group_code" "day" "kind" "association" "visitor" "witness" "reported_on" "lines";
    VISIT_LINE = fact "visit_line" in "visit_lines", key 1:
        "id" "visit" "no" "loan" "received" "balance_seen" "right_use" "wrong_use" "unused"
        "effect" "interest_seen" "note";
    CHECK = fact "check" in "checks", key 1:
        "id" "group_code" "day" "association" "visitor" "item" "answer" "note";
    CONTACT = fact "contact" in "contacts", key 1:
        "id" "loan" "day" "how" "talker" "said" "promised_amount" "promised_by";
    CASH = fact "cash_count" in "cash_counts", key 1:
        "id" "group_code" "session" "expected" "counted" "notes" "counted_by" "because";
    MEETING = fact "meeting" in "meetings", key 1:
        "id" "area" "day" "session" "chair" "present" "minutes";
    ACTION = fact "action" in "actions", key 1:
        "id" "area" "day" "meeting" "what" "owner" "due_on";
    STEP = fact "action_step" in "action_steps", key 1: "id" "action" "day" "kind" "result";
    CONFIRMATION = fact "confirmation" in "confirmations", key 1:
        "id" "fact" "day" "confirmed_by";
    RULEBOOK = fact "rulebook" in "rulebooks", key 1: "id" "effective_from" "content";
}

impl Kind {
    /// The kind of a word.
    pub(super) fn of_word(word: &str) -> Option<&'static Kind> {
        ALL.iter().copied().find(|kind| kind.word == word)
    }

    /// The columns of its key.
    pub(super) fn key_columns(&self) -> &'static [&'static str] {
        self.columns.get(..self.key).unwrap_or(self.columns)
    }

    /// `code = ?1 AND …`
    pub(super) fn where_key(&self) -> String {
        let terms: Vec<String> = self
            .key_columns()
            .iter()
            .zip(1..)
            .map(|(name, at)| format!("{name} = ?{at}"))
            .collect();
        terms.join(" AND ")
    }

    /// All columns that the hash covers.
    pub(super) fn covered(&self) -> String {
        let mut columns = self.columns.to_vec();
        if self.fact {
            columns.extend(TRAIL);
        }
        columns.join(", ")
    }

    /// Reads one row by its key, what it says and its trail.
    pub(super) fn select_by_key(&self) -> String {
        format!("SELECT {} FROM {} WHERE {}", self.covered(), self.table, self.where_key())
    }

    /// Reads rows: what they say and their trail.
    pub(super) fn select(&self, which: &str, order: &str) -> String {
        let (columns, table) = (self.covered(), self.table);
        format!("SELECT {columns} FROM {table} WHERE {which} ORDER BY {order}")
    }

    /// The same, where a fact that no file named a machine for names the one whose chain it is in.
    pub(super) fn select_with_machine(&self, which: &str, order: &str) -> String {
        let mut columns = self.covered();
        if let (true, Some(others)) = (self.fact, columns.strip_suffix(", origin")) {
            columns = format!("{others}, coalesce(origin, machine)");
        }
        format!("SELECT {columns} FROM {} WHERE {which} ORDER BY {order}", self.table)
    }

    /// Writes one row.
    pub(super) fn insert(&self) -> String {
        let mut columns = self.columns.to_vec();
        if self.fact {
            columns.extend(TRAIL);
            columns.extend(["machine", "seq"]);
        }
        let marks: Vec<String> = (1..=columns.len()).map(|at| format!("?{at}")).collect();
        format!("INSERT INTO {} ({}) VALUES ({})", self.table, columns.join(", "), marks.join(", "))
    }

    /// Which rows count: a fact that was taken back vanishes with the one that takes it back.
    pub(super) fn live(&self) -> String {
        self.live_on(Known::Now)
    }

    /// Which rows count with what was known on a day.
    pub(super) fn live_on(&self, known: Known) -> String {
        self.live_as(self.table, known)
    }

    /// The same where the statement calls the table by another name.
    pub(super) fn live_as(&self, name: &str, known: Known) -> String {
        format!(
            "{name}.reverses IS NULL{} AND {name}.id NOT IN \
             (SELECT reverses FROM {table} AS back WHERE reverses IS NOT NULL{})",
            known.and(name),
            known.and("back"),
            table = self.table
        )
    }
}
