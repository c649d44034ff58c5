//! A book with one group and one loan, told in a line: what the worked cases start from.

use std::collections::BTreeMap;
use std::sync::LazyLock;
use tkvv::domain::calendar::Calendar;
use tkvv::domain::day::{Day, Month};
use tkvv::domain::group::{Association, Group, Member};
use tkvv::domain::ids::{FactId, LoanCode};
use tkvv::domain::ledger::{Ledger, MemberFile, Presence};
use tkvv::domain::loan::{
    ChangeKind, Instalment, Loan, LoanChange, LoanFile, Movement, Opening, Tranche,
};
use tkvv::domain::money::Dong;
use tkvv::domain::place::{Place, PlaceKind, Point};
use tkvv::domain::rate::Rate;
use tkvv::domain::rulebook::Shelf;
use tkvv::domain::visit::{SeenAtLoan, VisitKind};
use tkvv::reports::loans::{self, LoanRow};
use tkvv::reports::ratios;
use tkvv::reports::{Question, scope::Scope};

/// The code of the one loan.
pub const LOAN: &str = "6600000000000001";
/// The code of the one group.
pub const GROUP: &str = "0000001";
/// The code of the one member.
pub const MEMBER: &str = "0000000001";

/// The shipped rulebooks, read once.
pub static SHELF: LazyLock<Shelf> = LazyLock::new(|| Shelf::shipped().expect("no fault"));

/// A day from ISO text.
pub fn day(text: &str) -> Day {
    Day::parse_iso(text).unwrap_or_else(|| panic!("{text} is no day"))
}

/// One loan in one group whose point holds its session on the 15th.
#[derive(Debug)]
pub struct Case {
    pub ledger: Ledger,
}

impl Case {
    /// A loan of 36.500.000 đ at 10 % a year, so that each day in term accrues exactly 10.000 đ
    /// (36.500.000 × 10 % ÷ 365), with one instalment due at its end.
    pub fn ten_thousand_a_day(disbursed_on: &str, due_on: &str) -> Case {
        let mut case = Case { ledger: Ledger::default() };
        case.place_and_group();
        let code = LoanCode::new(LOAN);
        let principal = Dong::new(36_500_000);
        let loan = Loan {
            code: code.clone(),
            member: MEMBER.into(),
            programme: "19".into(),
            principal,
            disbursed_on: day(disbursed_on),
            rate: Rate::parse("10").expect("a rate"),
            term_months: 36,
            due_on: day(due_on),
            purpose: "nuôi bò".to_owned(),
            interest_grace_until: None,
            capital: None,
        };
        let file = LoanFile {
            opening: None,
            tranches: vec![Tranche { id: None, day: loan.disbursed_on, amount: principal }],
            instalments: vec![Instalment { no: 1, due_on: loan.due_on, amount: principal }],
            principal_paid: Vec::new(),
            interest_paid: Vec::new(),
            changes: Vec::new(),
            visits: Vec::new(),
            contacts: Vec::new(),
            loan,
        };
        case.ledger.loans.insert(code, file);
        case
    }

    fn place_and_group(&mut self) {
        let ledger = &mut self.ledger;
        for (code, kind, parent) in [
            ("94", PlaceKind::Province, None),
            ("940001", PlaceKind::Commune, Some("94")),
            ("94000101", PlaceKind::Village, Some("940001")),
        ] {
            let parent = parent.map(Into::into);
            let place =
                Place { code: code.into(), kind, name: code.to_owned(), parent, difficult: false };
            ledger.places.insert(code.into(), place);
        }
        let calendar = Calendar::new(15, BTreeMap::new()).expect("a calendar");
        ledger.points.insert(
            "P1".into(),
            Point { code: "P1".into(), commune: "940001".into(), name: "P1".to_owned(), calendar },
        );
        let group = Group {
            code: GROUP.into(),
            village: "94000101".into(),
            point: "P1".into(),
            association: Association::Women,
            leader: None,
            deputy: None,
            founded_on: day("2015-01-01"),
            closed_on: None,
        };
        ledger.groups.insert(GROUP.into(), group);
        let member = Member {
            code: MEMBER.into(),
            group: GROUP.into(),
            name: "Trần Thị Mẫu".to_owned(),
            born: None,
            sex: None,
            household: None,
            ethnicity: None,
            phone: None,
            id_number: None,
            joined_on: day("2015-01-01"),
            left_on: None,
        };
        ledger.members_of.insert(GROUP.into(), vec![MEMBER.into()]);
        let loans = vec![LOAN.into()];
        let file = MemberFile { member, deposits: Vec::new(), withdrawals: Vec::new(), loans };
        ledger.members.insert(MEMBER.into(), file);
    }

    pub fn file(&mut self) -> &mut LoanFile {
        self.ledger.loans.get_mut(LOAN).expect("the loan")
    }

    pub fn member(&mut self) -> &mut MemberFile {
        self.ledger.members.get_mut(MEMBER).expect("the member")
    }

    pub fn instalments(mut self, instalments: &[(&str, i64)]) -> Case {
        self.file().instalments = (1..)
            .zip(instalments)
            .map(|(no, (due, amount))| Instalment {
                no,
                due_on: day(due),
                amount: Dong::new(*amount),
            })
            .collect();
        self
    }

    pub fn tranches(mut self, tranches: &[(&str, i64)]) -> Case {
        self.file().tranches = tranches
            .iter()
            .map(|(on, amount)| Tranche { id: None, day: day(on), amount: Dong::new(*amount) })
            .collect();
        self
    }

    pub fn principal(mut self, on: &str, amount: i64) -> Case {
        self.file().principal_paid.push(Movement { day: day(on), amount: Dong::new(amount) });
        self
    }

    pub fn interest(mut self, on: &str, amount: i64) -> Case {
        self.file().interest_paid.push(Movement { day: day(on), amount: Dong::new(amount) });
        self
    }

    pub fn programme(mut self, code: &str) -> Case {
        self.file().loan.programme = code.into();
        self
    }

    pub fn grace_until(mut self, until: &str) -> Case {
        self.file().loan.interest_grace_until = Some(day(until));
        self
    }

    pub fn change(mut self, on: &str, kind: ChangeKind) -> Case {
        let id = FactId::new(format!("{on}-{}", self.file().changes.len()));
        self.file().changes.push(LoanChange { id, day: day(on), kind });
        self
    }

    pub fn freeze(self, on: &str, until: Option<&str>) -> Case {
        self.change(on, ChangeKind::Freeze { until: until.map(day) })
    }

    pub fn visit(mut self, on: &str, wrong_use: Option<i64>) -> Case {
        let seen = SeenAtLoan {
            visit: FactId::new(on),
            day: day(on),
            kind: VisitKind::Annual,
            wrong_use: wrong_use.map(Dong::new),
        };
        self.file().visits.push(seen);
        self
    }

    pub fn opening(mut self, on: &str, outstanding: i64, owed: i64, last: Option<&str>) -> Case {
        self.file().opening = Some(Opening {
            day: day(on),
            outstanding: Dong::new(outstanding),
            interest_owed: Dong::new(owed),
            last_movement: last.map(day),
        });
        self
    }

    pub fn session(mut self, month: &str, held_on: Option<&str>) -> Case {
        let point = self.ledger.points.get_mut("P1").expect("the point");
        let mut changes = point.calendar.changes().clone();
        changes.insert(Month::parse_iso(month).expect("a month"), held_on.map(day));
        point.calendar = Calendar::new(15, changes).expect("a calendar");
        self
    }

    pub fn deposit(mut self, on: &str, amount: i64) -> Case {
        self.member().deposits.push(Movement { day: day(on), amount: Dong::new(amount) });
        self
    }

    pub fn attends(mut self, session: &str, by: Presence) -> Case {
        self.ledger.attendance.insert((GROUP.into(), day(session)), by);
        self
    }

    /// The loan's report on a day.
    pub fn on(&self, as_of: &str) -> LoanRow {
        let question = Question::new(&self.ledger, &SHELF, day(as_of));
        loans::loan(&question, &LOAN.into()).unwrap_or_else(|| panic!("no loan on {as_of}"))
    }

    /// Whether the loan exists on a day.
    pub fn exists_on(&self, as_of: &str) -> bool {
        let question = Question::new(&self.ledger, &SHELF, day(as_of));
        loans::loan(&question, &LOAN.into()).is_some()
    }

    /// Numerator and denominator of a measure of the whole book on a day.
    pub fn ratio(&self, id: &str, as_of: &str) -> (i64, i64) {
        let question = Question::new(&self.ledger, &SHELF, day(as_of)).within(Scope::whole());
        let ratios = ratios::ratios(&question, None).ratios;
        let (_, ratio) = ratios.iter().find(|(ratio, _)| ratio.id() == id).expect(id);
        (ratio.numerator, ratio.denominator)
    }
}
