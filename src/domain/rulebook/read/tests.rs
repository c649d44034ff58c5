//! Rulebooks with faults, each named by its line.

use super::*;

const SHIPPED: &str = include_str!("../rulebook-2026.toml");

fn fault_of(from: &str, to: &str) -> Fault {
    assert!(SHIPPED.contains(from), "{from}");
    read(&SHIPPED.replacen(from, to, 1), None).expect_err("a fault")
}

#[test]
fn a_fault_names_its_line() {
    let fault = fault_of("yearly_coverage = \"0.90\"", "yearly_coverage = \"1.90\"");
    assert_eq!(fault.line, 29);
    assert!(matches!(fault.kind, FaultKind::Value(name, _) if name == "visits.yearly_coverage"));
}

#[test]
fn points_must_add_up_to_a_hundred() {
    let fault = fault_of("max = \"20\"", "max = \"21\"");
    assert!(matches!(fault.kind, FaultKind::FirstBand(id) if id == "attendance_ratio"));
    let fault = fault_of(
        "{ at_least = \"0.95\", points = \"5\" }",
        "{ at_least = \"0.95\", points = \"6\" }",
    );
    assert!(matches!(fault.kind, FaultKind::FirstBand(id) if id == "savings_participation"));
    let both = SHIPPED.replacen("max = \"5\"", "max = \"6\"", 1).replacen(
        "{ at_least = \"0.95\", points = \"5\" }",
        "{ at_least = \"0.95\", points = \"6\" }",
        1,
    );
    let fault = read(&both, None).expect_err("a fault");
    assert!(matches!(fault.kind, FaultKind::NotHundred(table, _) if table == "group_criterion"));
}

#[test]
fn bands_out_of_order_and_with_gaps_are_refused() {
    let fault = fault_of(
        "{ up_to = \"0.002\", points = \"27\" }",
        "{ up_to = \"0.006\", points = \"27\" }",
    );
    assert!(matches!(fault.kind, FaultKind::BandOrder(_)));
    let fault = fault_of(
        "{ up_to = \"0.03\", points = \"6\" }, { points = \"0\" }",
        "{ up_to = \"0.03\", points = \"6\" }",
    );
    assert!(matches!(fault.kind, FaultKind::BandGap(_)));
}

#[test]
fn a_measure_that_does_not_exist_is_refused() {
    let fault = fault_of("id = \"overdue_ratio\"", "id = \"overdue\"");
    assert_eq!(fault.kind, FaultKind::UnknownRatio("overdue".to_owned()));
    let fault = fault_of("id = \"overdue_ratio\"", "id = \"good_group_share\"");
    assert_eq!(fault.kind, FaultKind::UnknownRatio("good_group_share".to_owned()));
}

#[test]
fn text_that_is_not_toml_names_its_line() {
    let fault = read("a = 1\nb = = 2\n", None).expect_err("a fault");
    assert_eq!(fault.line, 2);
    assert!(matches!(fault.kind, FaultKind::Syntax(_)));
}

#[test]
fn a_bound_has_at_most_six_decimals_and_any_ratio_can_be_compared_with_it() {
    let best = "{ up_to = \"0\", points = \"30\" }";
    let with = |bound: &str| {
        let band = best.replace("\"0\"", &format!("\"{bound}\""));
        assert!(SHIPPED.contains(best));
        read(&SHIPPED.replacen(best, &band, 1), None)
    };
    assert!(with("0.000001").is_ok());
    let fault = with("0.0000001").expect_err("a seventh decimal");
    assert!(matches!(fault.kind, FaultKind::Value(_, "at most six decimals")));
    assert!(with("-1000000000.000000").is_ok());
    assert!(with("-1000000000.000001").is_err());
    let huge = Decimal::from_str_exact("1000000000.000000").expect("a decimal");
    for (numerator, denominator) in [(i64::MAX, i64::MAX), (i64::MIN, 1), (1, i64::MAX)] {
        for bound in [huge, -huge] {
            let ratio = crate::domain::ratio::Ratio::new(numerator, denominator);
            assert!(ratio.compare(bound).is_some());
        }
    }
}
