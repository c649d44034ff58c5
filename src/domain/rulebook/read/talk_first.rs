//! The points by which it is told whom to talk to first.

use super::document::Document;
use crate::domain::rulebook::{Expected, Fault, Steps, TalkFirst};

/// The most points of one reason.
const MOST: u32 = 1_000;

pub(super) fn read(document: &Document<'_>) -> Result<TalkFirst, Fault> {
    let points = |key| document.at("talk_first", key)?.whole(0, MOST);
    Ok(TalkFirst {
        overdue: steps(document, "overdue", 4_000_000_000)?,
        days_overdue: steps(document, "days_overdue", 36_500)?,
        interest_months: steps(document, "interest_months", 1_200)?,
        promise_broken: points("promise_broken")?,
        promise_partly: points("promise_partly")?,
        not_visited: points("not_visited")?,
    })
}

/// Steps from the highest down; what is more never brings less. A list may be empty.
fn steps(document: &Document<'_>, key: &str, most: u32) -> Result<Steps, Fault> {
    let mut steps: Vec<(u32, u32)> = Vec::new();
    for item in document.at("talk_first", key)?.items()? {
        let at_least = item.at("at_least")?.whole(1, most)?;
        let points = item.at("points")?.whole(0, MOST)?;
        let down = steps.last().is_none_or(|above| at_least < above.0 && points <= above.1);
        if !down {
            return Err(item.wrong(Expected::StepsDown));
        }
        steps.push((at_least, points));
    }
    Ok(Steps(steps))
}
