//! A report's value as columns and cells.

use serde_json::{Map, Value};

/// Columns and cells of a report.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Rows {
    pub(super) columns: Vec<String>,
    pub(super) cells: Vec<Vec<Value>>,
}

impl Rows {
    /// A list becomes one line for each thing in it; a single thing becomes one line for each of
    /// its values.
    pub(super) fn of(value: &Value) -> Rows {
        match value {
            Value::Array(things) => Rows::of_list(things),
            other => {
                let mut flat = Vec::new();
                flatten("", other, &mut flat);
                let columns = vec!["key".to_owned(), "value".to_owned()];
                let cells = flat.into_iter().map(|(key, value)| vec![Value::String(key), value]);
                Rows { columns, cells: cells.collect() }
            }
        }
    }

    fn of_list(things: &[Value]) -> Rows {
        let mut rows = Rows::default();
        for thing in things {
            let mut flat = Vec::new();
            flatten("", thing, &mut flat);
            let mut cells = vec![Value::Null; rows.columns.len()];
            for (column, value) in flat {
                let at = rows.columns.iter().position(|known| *known == column);
                match at.and_then(|at| cells.get_mut(at)) {
                    Some(cell) => *cell = value,
                    None => {
                        rows.columns.push(column);
                        cells.push(value);
                    }
                }
            }
            rows.cells.push(cells);
        }
        rows
    }
}

/// The single values inside a value, with the way to each: `interest.accrued`. What lies in a list
/// is found by its own id or number.
pub(super) fn flatten(way: &str, value: &Value, flat: &mut Vec<(String, Value)>) {
    let inside =
        |name: &str| if way.is_empty() { name.to_owned() } else { format!("{way}.{name}") };
    match value {
        Value::Object(map) => {
            for (name, value) in map {
                flatten(&inside(name), value, flat);
            }
        }
        Value::Array(things) => {
            for (at, thing) in things.iter().enumerate() {
                let name = own_name(thing).unwrap_or_else(|| (at + 1).to_string());
                let rest = without_name(thing);
                flatten(&inside(&name), &rest, flat);
            }
        }
        single => flat.push((way.to_owned(), single.clone())),
    }
}

fn own_name(thing: &Value) -> Option<String> {
    match thing.get("id").or_else(|| thing.get("no"))? {
        Value::String(id) => Some(id.clone()),
        Value::Number(no) => Some(no.to_string()),
        _ => None,
    }
}

fn without_name(thing: &Value) -> Value {
    let Value::Object(map) = thing else { return thing.clone() };
    let rest: Map<String, Value> = map
        .iter()
        .filter(|(name, _)| *name != "id" && *name != "no")
        .map(|(name, value)| (name.clone(), value.clone()))
        .collect();
    Value::Object(rest)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn what_lies_inside_becomes_columns_of_its_own() {
        let list = json!([
            {"loan": "01", "interest": {"due": 5, "paid": 3}},
            {"loan": "02", "interest": {"due": 7, "paid": 0},
             "criteria": [{"id": "par_1", "points": "30.00"}]},
        ]);
        let rows = Rows::of(&list);
        assert_eq!(
            rows.columns,
            ["loan", "interest.due", "interest.paid", "criteria.par_1.points"]
        );
        assert_eq!(rows.cells[1], [json!("02"), json!(7), json!(0), json!("30.00")]);
    }

    #[test]
    fn a_single_thing_stands_upright() {
        let rows = Rows::of(&json!({"as_of": "2026-10-15", "totals": {"loans": 3}}));
        assert_eq!(rows.columns, ["key", "value"]);
        assert_eq!(rows.cells[1], [json!("totals.loans"), json!(3)]);
    }
}
