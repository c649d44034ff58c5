//! `tkvv generate`: synthetic communes as a native folder, written commune after commune.

use super::arguments::Generate;
use super::failure::Failure;
use super::output;
use super::setting::Setting;
use crate::exchange::native::export::Writing;
use crate::generate::{self, Plan};
use crate::text::commands;

pub(super) fn run(setting: &Setting, asked: &Generate) -> Result<(), Failure> {
    let language = setting.language;
    let plan = plan(setting, asked)?;
    let failed = |error: std::io::Error| Failure::file(language, &asked.folder, &error);
    let bar = output::bar(setting, u64::from(plan.communes));
    let mut writing = Writing::begin(&asked.folder).map_err(failed)?;
    let mut rows = 0;
    for part in generate::communes(&plan) {
        writing.add(&part).map_err(failed)?;
        rows += part.counts().iter().map(|(_, count)| count).sum::<usize>();
        bar.inc(1);
    }
    writing.finish().map_err(failed)?;
    bar.finish_and_clear();
    let folder = asked.folder.display().to_string();
    output::note(setting, &commands::generated(language, plan.communes, rows, &folder));
    Ok(())
}

fn plan(setting: &Setting, asked: &Generate) -> Result<Plan, Failure> {
    let plan = match (asked.communes, asked.province) {
        (Some(communes), _) => Plan::new(communes, asked.seed),
        (None, true) => Plan::province(asked.seed),
        (None, false) => {
            return Err(Failure::Usage(commands::communes_or_province(setting.language)));
        }
    };
    let years = asked.years.unwrap_or(plan.years);
    let as_of = setting.as_of.unwrap_or(plan.as_of);
    Ok(Plan { years, as_of, ..plan })
}
