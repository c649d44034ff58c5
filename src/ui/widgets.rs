//! What screens are built from, one file each. Each draws itself from `&self` and takes actions.

pub mod bars;
pub mod choice_field;
pub mod day_field;
pub mod dialog;
pub mod figure_field;
pub mod form;
pub mod money_field;
pub mod paint;
pub mod panel;
pub mod pick_field;
pub mod spark;
pub mod table;
pub mod text_field;
