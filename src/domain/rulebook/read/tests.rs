//! Rulebooks with faults, each named by its line; and what falls back.

use super::*;
use crate::domain::rulebook::WhenNone;
use rust_decimal::{Decimal, dec};

const SHIPPED: &str = include_str!("../rulebook-2026.toml");

/// The line on which a piece of the shipped rulebook first stands.
fn line(piece: &str) -> usize {
    let (before, _) = SHIPPED.split_once(piece).unwrap_or_else(|| panic!("{piece}"));
    before.matches('\n').count() + 1
}

/// The fault of the shipped rulebook with a piece replaced: it must stand on that piece's line.
fn fault_of(from: &str, to: &str) -> FaultKind {
    let fault = read(&with(from, to), None).expect_err(to);
    assert_eq!(fault.line, line(from), "{from} → {to}: {fault:?}");
    fault.kind
}

fn with(from: &str, to: &str) -> String {
    assert!(SHIPPED.contains(from), "{from}");
    SHIPPED.replacen(from, to, 1)
}

/// A rulebook of its own few lines, on top of the shipped one.
fn own(lines: &str) -> Result<Rulebook, Fault> {
    read(&format!("effective_from = 2027-01-01\n{lines}"), Some(SHIPPED))
}

/// The fault of its own lines, the first of which is line 2.
fn own_fault(lines: &str) -> (usize, FaultKind) {
    let fault = own(lines).expect_err(lines);
    (fault.line, fault.kind)
}

fn value(name: &str, expected: Expected) -> FaultKind {
    FaultKind::Value(name.to_owned(), expected)
}

#[test]
fn a_share_lies_between_zero_and_one_and_both_are_allowed() {
    for (key, shipped) in [
        ("visits.yearly_coverage", "yearly_coverage = \"0.90\""),
        ("visits.yearly_coverage_difficult", "yearly_coverage_difficult = \"0.75\""),
        ("extension.long_max_share", "long_max_share = \"0.5\""),
    ] {
        let (start, _) = shipped.split_once('"').expect("a quote");
        let of = |share: &str| format!("{start}\"{share}\"");
        assert_eq!(fault_of(shipped, &of("1.01")), value(key, Expected::Decimal(0, 1)));
        assert_eq!(fault_of(shipped, &of("-0.01")), value(key, Expected::Decimal(0, 1)));
        assert!(read(&with(shipped, &of("0")), None).is_ok());
        assert!(read(&with(shipped, &of("1")), None).is_ok());
    }
}

#[test]
fn a_decimal_stands_in_quotes_and_a_number_of_toml_is_told_so() {
    let factor = "overdue_factor = \"1.30\"";
    let wrong = |to, expected| {
        let kind = fault_of(factor, &format!("overdue_factor = {to}"));
        assert_eq!(kind, value("interest.overdue_factor", expected));
    };
    wrong("1.30", Expected::Quoted);
    wrong("1", Expected::Quoted);
    wrong("\"1,30\"", Expected::Decimal(0, 100));
    wrong("\"13e-1\"", Expected::Decimal(0, 100));
    wrong("\"\"", Expected::Decimal(0, 100));
    wrong("\"1.00001\"", Expected::Places(4));
    assert_eq!(fault_of("rate = \"6.6\"", "rate = 6.6"), value("programme.rate", Expected::Quoted));
}

#[test]
fn whole_numbers_and_words_are_held_within_their_bounds() {
    let days = "day_count = 365";
    let wrong = |to: &str| fault_of(days, &format!("day_count = {to}"));
    for to in ["0", "401", "-1", "\"365\"", "365.0"] {
        assert_eq!(wrong(to), value("interest.day_count", Expected::Whole(1, 400)), "{to}");
    }
    assert_eq!(
        fault_of("when_none = \"full\"", "when_none = \"half\""),
        value("group_criterion.when_none", Expected::FullOrZero)
    );
    assert_eq!(
        fault_of("less_is_better = true", "less_is_better = \"yes\""),
        value("group_criterion.less_is_better", Expected::Boolean)
    );
    assert_eq!(fault_of("verified = false", "verified = 0"), value("verified", Expected::Boolean));
    let title = "title = \"Hướng dẫn kiểm tra, giám sát áp dụng từ 11/02/2026\"";
    assert_eq!(fault_of(title, "title = \"a\\u001bb\""), value("title", Expected::Text));
}

#[test]
fn points_must_add_up_to_a_hundred_in_both_scorecards() {
    for (card, max, band) in [
        ("group_criterion", "max = \"5\"", "{ at_least = \"0.95\", points = \"5\" }"),
        ("area_criterion", "max = \"25\"", "{ up_to = \"0\", points = \"25\" }"),
    ] {
        let (more, best) = (max.replace("5\"", "6\""), band.replace("5\" }", "6\" }"));
        let both = with(max, &more).replacen(band, &best, 1);
        let fault = read(&both, None).expect_err("101 points");
        assert_eq!(fault.kind, FaultKind::NotHundred(card.to_owned(), dec!(101)));
        assert_eq!(fault.line, line(&format!("[[{card}]]")));
    }
    assert_eq!(
        fault_of("max = \"5\"", "max = \"5.001\""),
        value("group_criterion.max", Expected::Places(2))
    );
}

#[test]
fn the_first_band_gives_all_the_points() {
    let best = "{ at_least = \"0.95\", points = \"5\" }";
    let less = with(best, "{ at_least = \"0.95\", points = \"4\" }");
    let fault = read(&less, None).expect_err("the first band is not the best");
    assert_eq!(fault.kind, FaultKind::FirstBand("savings_participation".to_owned()));
    assert_eq!(fault.line, line(best));
}

#[test]
fn bands_stand_in_order_without_a_gap_and_the_last_has_no_bound() {
    let id = || "overdue_ratio".to_owned();
    let second = "{ up_to = \"0.002\", points = \"27\" }";
    let bound = |bound: &str| second.replace("0.002", bound);
    assert_eq!(fault_of(second, &bound("0.006")), FaultKind::BandOrder(id()));
    assert_eq!(fault_of(second, &bound("0")), FaultKind::BandOrder(id()), "twice the same bound");
    let points = second.replace("27", "23");
    assert_eq!(fault_of(second, &points), FaultKind::BandOrder(id()), "points rise again");
    let other = second.replace("up_to", "at_least");
    assert_eq!(fault_of(second, &other), FaultKind::BandOrder(id()), "the other way round");
    let open = "{ points = \"27\" }";
    assert_eq!(fault_of(second, open), FaultKind::BandGap(id()), "an open band in the middle");
    let last = "{ up_to = \"0.03\", points = \"6\" }, { points = \"0\" }";
    let closed = "{ up_to = \"0.03\", points = \"6\" }";
    assert_eq!(fault_of(last, closed), FaultKind::BandGap(id()), "a bound at the end");
    let (_, none) = own_fault(
        "[[group_criterion]]\nid = \"par_1\"\nmax = \"100\"\nless_is_better = true\n\
         when_none = \"full\"\nbands = []\n",
    );
    assert_eq!(none, FaultKind::BandGap("par_1".to_owned()));
}

#[test]
fn a_measure_exists_is_scored_once_and_fits_the_scorecard() {
    let first = "id = \"overdue_ratio\"";
    assert_eq!(fault_of(first, "id = \"overdue\""), FaultKind::UnknownRatio("overdue".to_owned()));
    // A group has no share of good groups.
    assert_eq!(
        fault_of(first, "id = \"good_group_share\""),
        FaultKind::UnknownRatio("good_group_share".to_owned())
    );
    assert!(read(&with(first, "id = \"growth\""), None).is_ok());
    let twice = read(&with("id = \"attendance_ratio\"", first), None).expect_err("twice");
    assert_eq!(twice.kind, FaultKind::Twice("overdue_ratio".to_owned()));
    assert_eq!(twice.line, line("id = \"attendance_ratio\"") - 1);
}

#[test]
fn programmes_are_unique_and_days_exist() {
    assert_eq!(fault_of("code = \"02\"", "code = \"01\""), FaultKind::Twice("01".to_owned()));
    let day = "instalments_overdue_from = 2026-03-01";
    let text = fault_of(day, "instalments_overdue_from = \"2026-03-01\"");
    assert_eq!(text, value("principal.instalments_overdue_from", Expected::Day));
    let moment = fault_of(day, "instalments_overdue_from = 2026-03-01T00:00:00");
    assert_eq!(moment, value("principal.instalments_overdue_from", Expected::Day));
    let none = fault_of(day, "instalments_overdue_from = 2026-02-30");
    assert!(matches!(none, FaultKind::Syntax(_) | FaultKind::Value(..)), "{none:?}");
    let holidays = "[calendar]\nholidays = [\n  2027-01-01,\n  \"Tết\",\n]\n";
    assert_eq!(own_fault(holidays), (5, value("calendar.holidays", Expected::Day)));
    let good = own("[calendar]\nholidays = [2027-01-01, 2027-02-06]\n").expect("holidays");
    assert_eq!(good.holidays.len(), 2);
}

#[test]
fn sample_steps_stand_in_order_and_the_last_is_open() {
    let steps = |steps: &str| own_fault(&format!("[visits]\nsample = [{steps}]\n"));
    let wrong = |steps_text: &str, expected: Expected| {
        assert_eq!(steps(steps_text), (3, value("visits.sample", expected)), "{steps_text}");
    };
    let (twenty, ten) =
        ("{ up_to_members = 20, households = 6 }", "{ up_to_members = 10, households = 7 }");
    let open = "{ households = 8 }";
    wrong(&format!("{twenty}, {ten}, {open}"), Expected::Steps);
    wrong(&format!("{twenty}, {twenty}, {open}"), Expected::Steps);
    wrong(&format!("{open}, {twenty}"), Expected::Steps);
    wrong(twenty, Expected::Steps);
    wrong("", Expected::Steps);
    assert!(own(&format!("[visits]\nsample = [{ten}, {twenty}, {open}]\n")).is_ok());
}

#[test]
fn a_key_that_no_rulebook_has_is_named_where_it_stands() {
    let unknown = |name: &str| FaultKind::UnknownKey(name.to_owned());
    assert_eq!(own_fault("titel = \"x\"\n"), (2, unknown("titel")));
    assert_eq!(own_fault("[visits]\n\ndue_soon = 7\n"), (4, unknown("visits.due_soon")));
    assert_eq!(own_fault("[[programme]]\nrates = \"6\"\n"), (3, unknown("programme.rates")));
    assert_eq!(own_fault("[weather]\nrain = true\n"), (2, unknown("weather")));
    let band = with("{ up_to = \"0\", points = \"30\" }", "{ upto = \"0\", points = \"30\" }");
    assert_eq!(read(&band, None).expect_err("a band").kind, unknown("group_criterion.bands.upto"));
    let sample = own_fault("[visits]\nsample = [{ members = 3, households = 1 }]\n");
    assert_eq!(sample, (3, unknown("sample.members")));
    // What should be a table and is none would else be passed over, too.
    assert_eq!(own_fault("grades = 85\n"), (2, value("grades", Expected::Table)));
    assert_eq!(own_fault("programme = \"01\"\n"), (2, value("programme", Expected::Tables)));
    assert_eq!(own_fault("group_criterion = [1]\n").1, value("group_criterion", Expected::Table));
}

#[test]
fn text_that_is_not_toml_names_its_line_and_a_key_twice_too() {
    let fault = read("a = 1\nb = = 2\n", None).expect_err("a fault");
    assert_eq!(fault.line, 2);
    assert!(matches!(fault.kind, FaultKind::Syntax(_)));
    let (line, twice) = own_fault("verified = true\nverified = false\n");
    assert!(matches!(twice, FaultKind::Syntax(_)) && line == 3, "{line} {twice:?}");
    let long = format!("# {}\n", "x".repeat(LONGEST));
    assert!(matches!(own_fault(&long).1, FaultKind::TooLong(_)));
}

#[test]
fn the_first_day_is_never_taken_from_another_rulebook() {
    let fault = read("title = \"Thử\"\n", Some(SHIPPED)).expect_err("no first day");
    assert_eq!(fault, Fault { line: 1, kind: FaultKind::Missing("effective_from".to_owned()) });
    // Nor what it is called and how sure it is: a rulebook that does not say so is an estimate.
    let bare = own("").expect("nothing but a first day");
    assert_eq!((bare.title.as_str(), bare.source.as_str(), bare.verified), ("", "", false));
}

#[test]
fn what_is_not_given_falls_back_key_by_key_and_lists_as_a_whole() {
    let shipped = read(SHIPPED, None).expect("the shipped one");
    let given = own("[visits]\ndue_soon_days = 3\n[grades]\ngood = \"90\"\n").expect("no fault");
    assert_eq!((given.visits.due_soon_days, given.grades.good), (3, dec!(90)));
    assert_eq!(given.visits.sample, shipped.visits.sample);
    assert_eq!(given.grades.fair, shipped.grades.fair);
    assert_eq!(given.group_criteria, shipped.group_criteria);
    let one = own("[[group_criterion]]\nid = \"par_1\"\nmax = \"100\"\nless_is_better = true\n\
         when_none = \"zero\"\n\
         bands = [{ up_to = \"0.1\", points = \"100\" }, { points = \"0\" }]\n");
    let one = one.expect("a scorecard of one criterion");
    assert_eq!(one.group_criteria.len(), 1);
    assert_eq!(one.group_criteria[0].when_none, WhenNone::Zero);
    assert_eq!(one.area_criteria, shipped.area_criteria);
}

#[test]
fn a_value_that_disagrees_with_a_shipped_one_is_named_on_its_own_line() {
    assert_eq!(
        own_fault("[grades]\nfair = \"90\"\n"),
        (3, value("grades.fair", Expected::GradeOrder))
    );
    assert_eq!(
        own_fault("\n[group_size]\nmin = 61\n"),
        (4, value("group_size.min", Expected::LeastMost))
    );
    assert!(own("[group_size]\nmin = 60\n").is_ok());
    assert_eq!(
        own_fault("[grades]\ngood = \"70\"\n"),
        (3, value("grades.good", Expected::GradeOrder))
    );
}

#[test]
fn a_bound_has_at_most_six_decimals_and_any_ratio_can_be_compared_with_it() {
    let best = "{ up_to = \"0\", points = \"30\" }";
    let bound = |bound: &str| {
        let band = best.replace("\"0\"", &format!("\"{bound}\""));
        read(&with(best, &band), None)
    };
    assert!(bound("0.000001").is_ok());
    let fault = bound("0.0000001").expect_err("a seventh decimal");
    assert!(matches!(fault.kind, FaultKind::Value(_, Expected::Places(6))));
    assert!(bound("-1000000000.000000").is_ok());
    assert!(bound("-1000000000.000001").is_err());
    let huge = Decimal::from_str_exact("1000000000.000000").expect("a decimal");
    for (numerator, denominator) in [(i64::MAX, i64::MAX), (i64::MIN, 1), (1, i64::MAX)] {
        for bound in [huge, -huge] {
            let ratio = crate::domain::ratio::Ratio::new(numerator, denominator);
            assert!(ratio.compare(bound).is_some());
        }
    }
}

#[test]
fn points_for_talks_stand_from_the_highest_down_and_never_rise() {
    let steps = "interest_months = [{ at_least = 6, points = 20 }, { at_least = 3, points = 10 }]";
    let name = value("talk_first.interest_months", Expected::StepsDown);
    let of = |list: &str| format!("interest_months = [{list}]");
    let rising = of("{ at_least = 6, points = 9 }, { at_least = 3, points = 10 }");
    assert_eq!(fault_of(steps, &rising), name);
    assert_eq!(
        fault_of(steps, &of("{ at_least = 3, points = 9 }, { at_least = 3, points = 9 }")),
        name
    );
    let most = value("talk_first.interest_months.points", Expected::Whole(0, 1_000));
    assert_eq!(fault_of(steps, &of("{ at_least = 3, points = 1001 }")), most);
    let least = value("talk_first.interest_months.at_least", Expected::Whole(1, 1_200));
    assert_eq!(fault_of(steps, &of("{ at_least = 0, points = 1 }")), least);
    let misspelt = of("{ from = 3, points = 1 }");
    assert_eq!(fault_of(steps, &misspelt), FaultKind::UnknownKey("interest_months.from".into()));
    let same = of("{ at_least = 6, points = 9 }, { at_least = 5, points = 9 }");
    assert!(read(&with(steps, &same), None).is_ok());
    assert!(read(&with(steps, &of("")), None).is_ok());
    assert_eq!(
        own_fault("\n[talk_first]\npromise_kept = 3\n"),
        (4, FaultKind::UnknownKey("talk_first.promise_kept".to_owned()))
    );
}

#[test]
fn points_for_talks_fall_back_key_by_key() {
    let shipped = read(SHIPPED, None).expect("no fault").talk_first;
    let own = own("[talk_first]\noverdue = []\npromise_broken = 7\n").expect("no fault").talk_first;
    assert_eq!((own.overdue.points(90_000_000), own.promise_broken), (0, 7));
    assert_eq!(own.days_overdue, shipped.days_overdue);
    assert_eq!(own.not_visited, shipped.not_visited);
}

#[test]
fn a_step_counts_from_its_own_number_on() {
    let steps = read(SHIPPED, None).expect("no fault").talk_first.days_overdue;
    let points = [0, 1, 30, 31, 90, 91, 180, 181, 9_999].map(|days| steps.points(days));
    assert_eq!(points, [0, 10, 10, 20, 20, 25, 25, 30, 30]);
}
