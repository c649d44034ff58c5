//! Why a rule says no: data, from which the text room makes a sentence in the person's language.

mod collection;

pub use collection::Collection;

use super::day::Day;
use super::ids::FactId;
use super::money::Dong;
use super::place::PlaceKind;

/// The field of a form, or the key of a command, that caused a refusal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// The whole of it.
    Whole,
    /// The fact's own id.
    Id,
    /// The loan.
    Loan,
    /// The member.
    Member,
    /// The group.
    Group,
    /// The day.
    Day,
    /// The session.
    Session,
    /// What kind.
    Kind,
    /// The amount.
    Amount,
    /// Where it was paid.
    Place,
    /// The bank's receipt number.
    Receipt,
    /// Who collected it.
    CollectedBy,
    /// Why.
    Reason,
    /// What it takes back.
    Reverses,
    /// Interest paid, in a sheet.
    Interest,
    /// Savings, in a sheet.
    Savings,
    /// Who came, in a sheet.
    Attendance,
    /// The association.
    Association,
    /// Who visits.
    Visitor,
    /// Who witnesses.
    Witness,
    /// When a visit was reported.
    ReportedOn,
    /// Amount really received.
    Received,
    /// Outstanding by the borrower's account.
    BalanceSeen,
    /// Right use.
    RightUse,
    /// Wrong use.
    WrongUse,
    /// Not yet used.
    Unused,
    /// Effect.
    Effect,
    /// Unpaid interest by the borrower's account.
    InterestSeen,
    /// A note.
    Note,
    /// The code of a master row.
    Code,
    /// A name.
    Name,
    /// The village.
    Village,
    /// The transaction point.
    Point,
    /// The commune.
    Commune,
    /// The place in which it lies.
    Parent,
    /// Whether it is a difficult area.
    Difficult,
    /// The day of the month of the sessions.
    SessionDay,
    /// The month.
    Month,
    /// The day on which a session is held.
    HeldOn,
    /// The leader (tổ trưởng).
    Leader,
    /// The deputy (tổ phó).
    Deputy,
    /// When a group was founded.
    FoundedOn,
    /// When a group was closed.
    ClosedOn,
    /// Day of birth.
    Born,
    /// Sex.
    Sex,
    /// What kind of household.
    Household,
    /// Ethnicity.
    Ethnicity,
    /// Telephone.
    Phone,
    /// ID number.
    IdNumber,
    /// When a member joined.
    JoinedOn,
    /// When a member left.
    LeftOn,
    /// The programme.
    Programme,
    /// The principal of a contract.
    Principal,
    /// The day of a contract's first money.
    DisbursedOn,
    /// The rate, percent a year.
    Rate,
    /// The term in months.
    TermMonths,
    /// The last due day.
    DueOn,
    /// What the money is for.
    Purpose,
    /// The end of the interest grace.
    InterestGraceUntil,
    /// Where the money comes from.
    Capital,
    /// Principal outstanding, of an opening.
    Outstanding,
    /// Interest owed, of an opening.
    InterestOwed,
    /// The last movement, of an opening.
    LastMovement,
    /// The day of an opening that comes with its loan.
    OpeningDay,
    /// An instalment.
    Instalment,
    /// The new value of a change.
    Value,
    /// An item of a checklist.
    Item,
    /// An answer to an item.
    Answer,
    /// Savings withdrawn, in a sheet.
    Withdrawal,
    /// A second person, who confirms.
    ConfirmedBy,
    /// How a borrower was talked to.
    How,
    /// Who talked with the borrower.
    Talker,
    /// What was said.
    Said,
    /// The amount promised.
    PromisedAmount,
    /// The day by which it is promised.
    PromisedBy,
    /// What the sheets come to.
    Expected,
    /// The cash counted.
    Counted,
    /// The notes of a cash count.
    Notes,
    /// Who counted the cash.
    CountedBy,
    /// Why the cash differs.
    Because,
    /// The place of a meeting or action item.
    Area,
    /// The meeting that wanted it.
    Meeting,
    /// Who chaired.
    Chair,
    /// Who was there.
    Present,
    /// The minutes.
    Minutes,
    /// What is to be done.
    What,
    /// Who does it.
    Owner,
    /// The action item.
    Action,
    /// The result of a step.
    Result,
}

/// Why not, and what would be right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// Nothing was given where something is needed.
    Missing,
    /// It is in no list of the book; what was given.
    Unknown(String),
    /// The amount is not above zero.
    NotPositive,
    /// The amount is below zero.
    Negative,
    /// The amount is beyond anything one entry can be; the most.
    TooLarge(Dong),
    /// The day lies after today; today.
    InTheFuture(Day),
    /// The day lies before the loan's first money; its day.
    BeforeDisbursement(Day),
    /// The day is on or before the day with which the book of this loan begins; that day.
    BeforeOpening(Day),
    /// More than the principal outstanding; what is outstanding (on the tightest later day).
    MoreThanOutstanding(Dong),
    /// More savings than the member has; what there is.
    MoreThanSaved(Dong),
    /// Principal is paid to the bank, never through the group.
    PrincipalThroughGroup,
    /// A principal payment needs the bank's receipt number.
    ReceiptMissing,
    /// That receipt number is in the book already; the day of its payment.
    ReceiptTwice(Day),
    /// An association collects nothing.
    AssociationCollects,
    /// The member has no loan on which interest could be paid.
    NoLoan,
    /// The member stands on a saved sheet of that session already; its id.
    OnSheetAlready(FactId),
    /// The day is no session of the group's point; the sessions before and after it.
    NoSession(Day, Day),
    /// The group is not founded yet on the day; when it was.
    GroupNotThere(Day),
    /// The group is closed on the day; since when.
    GroupClosed(Day),
    /// The loan belongs to another group; its group.
    OfAnotherGroup(String),
    /// The same loan or member stands twice; the line where it stands first, from 1.
    Twice(usize),
    /// The loan was visited on that day already.
    VisitedThatDay,
    /// Right, wrong and unused use are more than what was received; their sum, and what that was.
    UseBeyondReceived(Dong, Dong),
    /// More received than was disbursed by then; what was disbursed.
    ReceivedBeyondDisbursed(Dong),
    /// Nothing is in it: nothing to save.
    Empty,
    /// The fact it names was taken back already.
    ReversedAlready,
    /// A reversal can't be reversed.
    ReversesReversal,
    /// The loan or member, kind or amount is not that of the fact it takes back; which of the two.
    ReversesOther(Field),
    /// The day lies before another day that must come first; that day.
    Before(Day),
    /// Too long; the most characters.
    TooLong(usize),
    /// Characters that no name or note has.
    ControlCharacters,
    /// A code must have so many digits; the least and the most.
    Digits(usize, usize),
    /// A code has no blanks.
    Blanks,
    /// A new row's code is in the book already; whose it is.
    CodeKnown(String),
    /// Something was given where nothing can be.
    NotEmpty,
    /// A place of another kind is needed; the kinds that fit.
    OtherPlace(Vec<PlaceKind>),
    /// A number out of its bounds; the least and the most.
    OutOf(u32, u32),
    /// It is in no list of the rulebook; what was given, and what there is.
    NotOneOf(String, String),
    /// The day is not later than another day that must come before; that day.
    NotLater(Day),
    /// The day lies after another day that must not come before it; that day.
    TooLate(Day),
    /// Can't be changed: what is recorded rests on it.
    Fixed,
    /// It is recorded by an entry of its own.
    OwnEntry,
    /// Leader and deputy are two people.
    SamePerson,
    /// The person is no member yet on the day; the day of joining.
    MemberNotThere(Day),
    /// The person is no member any more on the day; the day of leaving.
    MemberLeft(Day),
    /// The group has as many members as it can; that many.
    GroupFull(u32),
    /// The member is leader or deputy of the group; its code.
    LeadsGroup(String),
    /// The ID number is that of another member; who it is.
    IdNumberOf(String),
    /// It is no telephone number.
    NotAPhone,
    /// Nobody can have that age when joining; the least and the most, in years.
    Age(u32, u32),
    /// Instalments do not add up to the principal; their sum, and the principal.
    InstalmentsSum(Dong, Dong),
    /// More outstanding than was disbursed by then; what was disbursed.
    BeyondDisbursed(Dong),
    /// Less than what the loan's facts need; that sum.
    LessThan(Dong),
    /// What was disbursed up to the opening is recorded first; what was outstanding then, the day
    /// from which the loan is disbursed, and the opening's.
    EarlierTrancheFirst(Dong, Day, Day),
    /// More than what is left of the principal; what is left.
    BeyondPrincipal(Dong),
    /// The loan has facts that would lie before its beginning; the day of the first.
    FactsFrom(Day),
    /// The loan has facts that would lie on or before its opening; the day of the first.
    OpensBefore(Day),
    /// The loan has an opening already; its day.
    OpeningKnown(Day),
    /// The instalment of that number was rescheduled by a change of that day, which would then
    /// move another one.
    Rescheduled(u32, Day),
    /// A rescheduling or extension of that day would no longer be one.
    Overturns(Day),
    /// The last instalment is not rescheduled: it is extended.
    LastInstalment,
    /// The loan is frozen on that day already.
    FrozenAlready,
    /// The loan is not frozen on that day.
    NotFrozen,
    /// The group was checked on that day already.
    CheckedThatDay,
    /// What is to be taken back bears other facts; their sum.
    RestsOn(Dong),
    /// Facts of several kinds have that id; the kinds.
    SeveralFacts(String),
    /// Of the collection day: its cash, its promises, its meeting.
    Collection(Collection),
    /// The same id is in the book with other content.
    IdTaken(FactId),
    /// The book is open for reading only.
    ReadOnly,
}

/// One refusal: where, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// The line of a sheet or visit, from 1; none where it is the head's.
    pub line: Option<usize>,
    /// The field.
    pub field: Field,
    /// The reason.
    pub why: Why,
}

impl Refusal {
    /// A refusal at a field of the head.
    #[must_use]
    pub const fn at(field: Field, why: Why) -> Refusal {
        Refusal { line: None, field, why }
    }

    /// The same at a line, from 1.
    #[must_use]
    pub fn on_line(self, line: usize) -> Refusal {
        Refusal { line: Some(line), ..self }
    }
}
