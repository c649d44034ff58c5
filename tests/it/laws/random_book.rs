//! Random small books: a province with districts or none, communes, points with calendars of their
//! own, groups that close, members who leave, the random loans of `random`, savings, attendance,
//! and facts that are taken back. Told as a native folder.

use super::folder::Folder;
use super::program::SHELVES;
use super::random::{Calendar, Draft, calendar, draft, make_at};
use super::random_talks::{self, Talks, talks};
use super::raw::{Change, Date, Facts};
use chrono::Days;
use proptest::prelude::*;

/// A group before it is put together.
#[derive(Clone, Debug)]
struct GroupDraft {
    village: usize,
    point: usize,
    association: &'static str,
    closed: Option<u64>,
    attended: Vec<Option<&'static str>>,
}

/// A member.
#[derive(Clone, Debug)]
struct MemberDraft {
    group: usize,
    joined: u64,
    left: Option<u64>,
    household: &'static str,
    /// Day, amount, whether it is taken back.
    deposits: Vec<(u64, i64, bool)>,
}

/// A book before it is put together.
#[derive(Clone, Debug)]
pub struct BookDraft {
    district: bool,
    points: [Calendar; 2],
    groups: Vec<GroupDraft>,
    members: Vec<MemberDraft>,
    loans: Vec<(usize, Draft, bool)>,
    talks: Talks,
}

/// The days of these books.
pub const FIRST: &str = "2025-01-20";
pub const SPAN: u64 = 1_300;

/// A day of a book.
pub fn at(offset: u64) -> Date {
    Date::parse_from_str(FIRST, "%Y-%m-%d").expect("a day") + Days::new(offset)
}

prop_compose! {
    fn group()(
        village in 0..4_usize, point in 0..2_usize,
        association in prop::sample::select(vec!["11", "12", "13", "14", "99"]),
        closed in prop::option::weighted(0.2, 0..SPAN),
        attended in prop::collection::vec(
            prop::option::of(prop::sample::select(vec!["leader", "deputy", "none"])), 0..30),
    ) -> GroupDraft {
        GroupDraft { village, point, association, closed, attended }
    }
}

prop_compose! {
    fn member()(
        group in 0..8_usize, joined in 0..SPAN, long_there in prop::bool::weighted(0.7),
        left in prop::option::weighted(0.2, 0..SPAN),
        household in prop::sample::select(vec!["poor", "near_poor", "escaped", "other", ""]),
        deposits in prop::collection::vec(
            (0..SPAN, 1..90_000_i64, prop::bool::weighted(0.1)), 0..6),
    ) -> MemberDraft {
        let joined = if long_there { 0 } else { joined };
        MemberDraft { group, joined, left, household, deposits }
    }
}

prop_compose! {
    pub fn book()(
        district in any::<bool>(),
        points in [calendar(), calendar()],
        groups in prop::collection::vec(group(), 1..5),
        members in prop::collection::vec(member(), 1..7),
        loans in prop::collection::vec((0..8_usize, draft(), prop::bool::weighted(0.15)), 1..6),
        talks in talks(),
    ) -> BookDraft {
        BookDraft { district, points, groups, members, loans, talks }
    }
}

/// A book as rows, being filled.
struct Filling {
    folder: Folder,
    facts: usize,
}

const FILES: [(&str, &str); 16] = [
    ("places.csv", "code,kind,name,parent,difficult"),
    ("points.csv", "code,commune,name,session_day"),
    ("session_changes.csv", "point,month,held_on"),
    ("groups.csv", "code,village,point,association,leader,deputy,founded_on,closed_on"),
    (
        "members.csv",
        "code,group,name,born,sex,household,ethnicity,phone,id_number,joined_on,left_on",
    ),
    (
        "loans.csv",
        "code,member,programme,principal,disbursed_on,rate,term_months,due_on,purpose,\
         interest_grace_until,capital",
    ),
    ("openings.csv", "loan,day,outstanding,interest_owed,last_movement"),
    ("disbursements.csv", "id,loan,day,amount"),
    ("instalments.csv", "loan,no,due_on,amount"),
    ("payments.csv", "id,loan,day,kind,amount,place,receipt,reverses"),
    ("savings.csv", "id,member,day,kind,amount,reverses"),
    ("loan_changes.csv", "id,loan,day,kind,instalment,value"),
    ("attendance.csv", "group,session,by"),
    ("visits.csv", "id,group,day,kind,association,visitor,witness,reported_on"),
    (
        "visit_lines.csv",
        "visit,loan,received,balance_seen,right_use,wrong_use,unused,effect,interest_seen,note",
    ),
    ("group_checks.csv", "id,group,day,association,visitor,item,answer,note"),
];

/// The folder that a draft means; every row of it is valid.
pub fn folder(draft: &BookDraft) -> Folder {
    let mut filling = Filling { folder: Folder::default(), facts: 0 };
    for (file, header) in FILES.into_iter().chain(random_talks::FILES) {
        filling.folder.begin(file, header);
    }
    filling.places(draft);
    for (number, group) in draft.groups.iter().enumerate() {
        filling.group(draft, number, group);
    }
    for (number, member) in draft.members.iter().enumerate() {
        filling.member(draft, number, member);
    }
    for (number, (member, loan, undone)) in draft.loans.iter().enumerate() {
        filling.loan(draft, number, member % draft.members.len(), loan, *undone);
    }
    random_talks::fill(&mut filling.folder, &draft.talks);
    filling.folder
}

fn text(parts: &str) -> String {
    parts.to_owned()
}

fn day(of: Option<Date>) -> String {
    of.map(|day| day.to_string()).unwrap_or_default()
}

fn group_code(number: usize) -> String {
    format!("07{number:05}")
}

fn member_code(number: usize) -> String {
    format!("00700{number:05}")
}

impl Filling {
    /// Ids in the order of entry: so the facts of one day are in the order in which they were told.
    fn id(&mut self) -> String {
        self.facts += 1;
        format!("f{:06}", self.facts)
    }

    fn places(&mut self, draft: &BookDraft) {
        let above = if draft.district { "942" } else { "94" };
        let mut place = |code: &str, kind: &str, parent: &str| {
            let cells = [text(code), text(kind), format!("Nơi {code}"), text(parent), text("0")];
            self.folder.add("places.csv", cells);
        };
        place("94", "province", "");
        if draft.district {
            place("942", "district", "94");
        }
        for commune in ["003101", "003102"] {
            place(commune, "commune", above);
            place(&format!("{commune}01"), "village", commune);
            place(&format!("{commune}02"), "village", commune);
        }
        for (number, calendar) in draft.points.iter().enumerate() {
            let code = format!("00310{}9", number + 1);
            let sessions = calendar.from(at(0));
            let commune = format!("00310{}", number + 1);
            let point = [code.clone(), commune, format!("Điểm {number}"), sessions.day.to_string()];
            self.folder.add("points.csv", point);
            for ((year, month), held) in sessions.changes {
                let month = format!("{year:04}-{month:02}");
                self.folder.add("session_changes.csv", [code.clone(), month, day(held)]);
            }
        }
    }

    fn group(&mut self, draft: &BookDraft, number: usize, group: &GroupDraft) {
        let code = group_code(number);
        let village = ["00310101", "00310102", "00310201", "00310202"][group.village];
        let of_group =
            |member: &&(usize, &MemberDraft)| member.1.group % draft.groups.len() == number;
        let members: Vec<_> = draft.members.iter().enumerate().collect();
        let mut board = members.iter().filter(of_group).map(|(number, _)| member_code(*number));
        let (leader, deputy) = (board.next(), board.next());
        let point = format!("00310{}9", group.point + 1);
        let closed = group.closed.map(at);
        self.folder.add(
            "groups.csv",
            [
                code.clone(),
                text(village),
                point,
                text(group.association),
                leader.unwrap_or_default(),
                deputy.unwrap_or_default(),
                text("2024-05-01"),
                day(closed),
            ],
        );
        let sessions = draft.points[group.point].from(at(0));
        let mut session = sessions.first_from(at(0));
        for by in &group.attended {
            if let Some(by) = by {
                self.folder.add("attendance.csv", [code.clone(), session.to_string(), text(by)]);
            }
            session = sessions.first_from(session + Days::new(1));
        }
        let (id, on) = (self.id(), at(u64::try_from(number * 97).expect("a day")));
        let check = [id, code, on.to_string(), text("12"), text("Chị Ba"), text("books_held")];
        let [a, b, c, d, e, f] = check;
        self.folder.add("group_checks.csv", [a, b, c, d, e, f, text("yes"), text("")]);
    }

    fn member(&mut self, draft: &BookDraft, number: usize, member: &MemberDraft) {
        let code = member_code(number);
        let group = group_code(member.group % draft.groups.len());
        let joined = at(member.joined);
        let left = member.left.map(|left| at(left.max(member.joined)));
        let nothing = String::new;
        self.folder.add(
            "members.csv",
            [
                code.clone(),
                group,
                format!("Người {number}"),
                nothing(),
                nothing(),
                text(member.household),
                nothing(),
                nothing(),
                nothing(),
                joined.to_string(),
                day(left),
            ],
        );
        for (on, amount, undone) in &member.deposits {
            let id = self.id();
            let row = |id: &str, reverses: &str| {
                let on = at(*on).to_string();
                [text(id), code.clone(), on, text("deposit"), amount.to_string(), text(reverses)]
            };
            self.folder.add("savings.csv", row(&id, ""));
            if *undone {
                let back = self.id();
                self.folder.add("savings.csv", row(&back, &id));
            }
        }
    }

    fn loan(&mut self, book: &BookDraft, number: usize, member: usize, loan: &Draft, undone: bool) {
        let group = book.members[member].group % book.groups.len();
        let calendar = &book.points[book.groups[group].point];
        let (facts, _) = make_at(loan, &SHELVES[0], calendar.from(at(0)));
        let code = format!("66003101{number:08}");
        self.contract(&code, &member_code(member), &facts);
        for (on, amount) in &facts.principal_paid {
            self.payment(&code, *on, "principal", *amount, undone);
        }
        for (on, amount) in &facts.interest_paid {
            self.payment(&code, *on, "interest", *amount, undone);
        }
        for (on, change) in &facts.changes {
            let (kind, no, value) = match *change {
                Change::Reschedule { no, due } => ("reschedule", no.to_string(), day(Some(due))),
                Change::Extend { due } => ("extend", String::new(), day(Some(due))),
                Change::Freeze { until } => ("freeze", String::new(), day(until)),
                Change::Unfreeze => ("unfreeze", String::new(), String::new()),
            };
            let id = self.id();
            let row = [id, code.clone(), on.to_string(), text(kind), no, value];
            self.folder.add("loan_changes.csv", row);
        }
        for (on, found) in &facts.visits {
            self.visit(&code, &group_code(group), *on, *found);
        }
    }

    fn contract(&mut self, code: &str, member: &str, facts: &Facts) {
        let rate = format!("{}.{:04}", facts.rate / 10_000, facts.rate % 10_000);
        let rate = rate.trim_end_matches('0').trim_end_matches('.').to_owned();
        self.folder.add(
            "loans.csv",
            [
                text(code),
                text(member),
                facts.programme.clone(),
                facts.principal.to_string(),
                facts.disbursed_on.to_string(),
                rate,
                text("12"),
                facts.due_on.to_string(),
                text("nuôi bò"),
                day(facts.grace_until),
                text("central"),
            ],
        );
        for (no, due, amount) in &facts.instalments {
            let row = [text(code), no.to_string(), due.to_string(), amount.to_string()];
            self.folder.add("instalments.csv", row);
        }
        // A loan without rows has one tranche, of its principal, on its day.
        if facts.tranches != [(facts.disbursed_on, facts.principal)] {
            for (on, amount) in &facts.tranches {
                let row = [self.id(), text(code), on.to_string(), amount.to_string()];
                self.folder.add("disbursements.csv", row);
            }
        }
        if let Some(opening) = &facts.opening {
            let (owed, last) = (opening.owed.to_string(), day(opening.last_movement));
            let (on, outstanding) = (opening.day.to_string(), opening.outstanding.to_string());
            self.folder.add("openings.csv", [text(code), on, outstanding, owed, last]);
        }
    }

    /// A payment; where it is to be taken back, one that stands beside the one that counts.
    fn payment(&mut self, loan: &str, on: Date, kind: &str, amount: i64, undone: bool) {
        let mut row = |reverses: &str| {
            let id = self.id();
            let place = text(if kind == "principal" { "point" } else { "group" });
            let (on, amount) = (on.to_string(), amount.to_string());
            let receipt = format!("BL{id}");
            let row = [id.clone(), text(loan), on, text(kind), amount, place, receipt];
            let [a, b, c, d, e, f, g] = row;
            self.folder.add("payments.csv", [a, b, c, d, e, f, g, text(reverses)]);
            id
        };
        if undone {
            let mistake = row("");
            row(&mistake);
        }
        row("");
    }

    fn visit(&mut self, loan: &str, group: &str, on: Date, found: Option<i64>) {
        let id = self.id();
        let nothing = String::new;
        let visit = [
            id.clone(),
            text(group),
            on.to_string(),
            text("annual"),
            text("12"),
            text("Chị Tư"),
            nothing(),
            nothing(),
        ];
        self.folder.add("visits.csv", visit);
        let wrong = found.map(|amount| amount.to_string()).unwrap_or_default();
        let empty = [(); 3].map(|()| nothing());
        let [received, balance, right] = empty;
        self.folder.add(
            "visit_lines.csv",
            [
                id,
                text(loan),
                received,
                balance,
                right,
                wrong,
                nothing(),
                nothing(),
                nothing(),
                nothing(),
            ],
        );
    }
}
