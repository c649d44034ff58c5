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
