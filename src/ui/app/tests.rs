//! What the frame does for a form: drafts, refusals, pasted keys, leaving.

use super::*;
use crate::domain::refusal::{Field, Refusal};
use crate::office::command::NewPayment;
use crate::ui::UiOptions;
use crate::ui::keymap::{Binding, ctrl};
use crate::ui::widgets::form::{Form, FormAnswer, FormField, Input};
use crate::ui::widgets::money_field::MoneyField;
use crate::ui::widgets::text_field::TextField;
use ratatui::crossterm::event::{KeyCode, KeyModifiers};

/// A payment of a loan that is not in the book.
struct Receipt {
    form: Form,
}

const KEYS: &[Binding] = &[Binding::new(&[ctrl('s')], Action::Save, |t| t.frame.keys.save)];

impl Receipt {
    fn new(view: &View) -> Receipt {
        let mut form = Form::new(vec![
            FormField::new(Field::Loan, |t| t.people.loan, Input::Text(TextField::new())),
            FormField::new(Field::Amount, |t| t.people.amount, Input::Money(MoneyField::new())),
        ]);
        if let Some(kept) = view.draft("receipt", "1") {
            form.restore(&serde_json::from_str::<Vec<String>>(&kept).expect("a draft"));
        }
        Receipt { form }
    }
}

impl Screen for Receipt {
    fn title(&self, _view: &View) -> String {
        "receipt".to_owned()
    }

    fn keys(&self) -> &'static [Binding] {
        KEYS
    }

    fn mode(&self) -> Mode {
        Mode::Typing
    }

    fn on(&mut self, action: &Action, view: &View) -> Step {
        match action {
            Action::Discard => {
                let question = "throw 66 away?".to_owned();
                return Step::Confirm { question, action: Action::Confirmed('x') };
            }
            Action::Confirmed('x') => return Step::Discard,
            _ => {}
        }
        match self.form.on(action, view.area, view) {
            FormAnswer::Ignored => Step::Ignored,
            FormAnswer::Taken => Step::Stay,
            FormAnswer::Save if !self.form.reads(view) => Step::Stay,
            FormAnswer::Save => {
                Step::submit(crate::office::command::Command::Payment(NewPayment {
                    id: view.new_id(),
                    loan: self.form.text(Field::Loan).unwrap_or_default().as_str().into(),
                    day: view.today,
                    kind: crate::domain::loan::PaymentKind::Interest,
                    amount: self.form.money(Field::Amount).unwrap_or_default(),
                    place: crate::domain::loan::PaymentPlace::Point,
                    receipt: None,
                    reverses: None,
                    reason: None,
                    collected_by: None,
                    confirmed_by: None,
                }))
            }
        }
    }

    fn draw(&self, area: Rect, buffer: &mut Buffer, view: &View) {
        self.form.draw(area, buffer, view);
    }

    fn refused(&mut self, refusal: &Refusal, view: &View) {
        self.form.refuse(refusal, view);
    }

    fn draft(&self) -> Option<Draft> {
        let json = serde_json::to_string(&self.form.typed()).expect("text");
        self.form.is_changed().then(|| Draft { kind: "receipt", key: "1".to_owned(), json })
    }
}

fn clock() -> Stamp {
    Stamp::EPOCH
}

fn app() -> App {
    let today = Day::new(2026, 10, 15).expect("a day");
    let options = UiOptions {
        today,
        new_day: None,
        as_of: None,
        language: Language::Vi,
        who: String::new(),
        theme: Theme::Plain,
        demo: false,
        clock,
    };
    App::new(Office::in_memory().expect("memory"), &options)
}

fn open_form(app: &mut App) {
    let screen = Box::new(Receipt::new(&app.settings.view()));
    let entry = Entry { route: Route::Book, screen, kept: None };
    app.stacks.entry(app.place).or_default().push(entry);
}

fn type_in(app: &mut App, text: &str, pasted: bool) {
    for letter in text.chars() {
        let code = if letter == '\n' { KeyCode::Enter } else { KeyCode::Char(letter) };
        app.key(KeyEvent::new(code, KeyModifiers::NONE), pasted && letter == '\n');
    }
}

fn seen(app: &App) -> String {
    let mut buffer = Buffer::empty(Rect::new(0, 0, 80, 24));
    app.draw(&mut buffer);
    buffer.content().chunks(80).flat_map(|row| row.iter().map(|cell| cell.symbol())).collect()
}

#[test]
fn what_was_typed_is_kept_and_found_again_until_it_is_thrown_away() {
    let mut app = app();
    open_form(&mut app);
    type_in(&mut app, "66\n1tr5", false);
    app.keep_drafts();
    assert_eq!(app.office().draft("receipt", "1"), Ok(Some("[\"66\",\"1tr5\"]".to_owned())));
    app.act(&Action::Back);
    open_form(&mut app);
    assert!(seen(&app).contains("1tr5"));
    app.act(&Action::Discard);
    assert!(seen(&app).contains("throw 66 away?"));
    app.act(&Action::Own('y'));
    assert_eq!(app.office().draft("receipt", "1"), Ok(None));
}

#[test]
fn a_refusal_stands_at_its_field_and_what_was_typed_stays() {
    let mut app = app();
    open_form(&mut app);
    type_in(&mut app, "66\n500k\n", false);
    let seen = seen(&app);
    assert!(seen.contains("✗ Không có món vay “66” trong sổ"), "{seen}");
    assert!(seen.contains("500.000"), "{seen}");
}

#[test]
fn an_amount_that_cannot_be_read_is_never_saved() {
    let mut app = app();
    open_form(&mut app);
    type_in(&mut app, "66\n500\n", false);
    assert!(seen(&app).contains("✗ 500 đ, hay 500 nghìn?"));
}

#[test]
fn an_enter_in_pasted_keys_never_saves() {
    let mut app = app();
    open_form(&mut app);
    type_in(&mut app, "66\n500k\n", true);
    assert!(seen(&app).contains("Enter nằm trong đoạn vừa dán"));
    assert!(!seen(&app).contains("✗"));
}

#[test]
fn leaving_asks_where_something_is_half_typed() {
    let mut app = app();
    app.act(&Action::Quit);
    assert!(app.is_done());
    let mut app = self::app();
    open_form(&mut app);
    type_in(&mut app, "66", false);
    app.act(&Action::Quit);
    assert!(!app.is_done());
    assert!(seen(&app).contains("đã giữ nháp"));
    app.act(&Action::Own('y'));
    assert!(app.is_done());
    assert!(app.office().draft("receipt", "1").expect("a draft").is_some());
}

#[test]
fn a_long_message_is_read_whole_at_80_columns() {
    let mut app = app();
    let words = "một hai ba bốn năm sáu bảy tám chín mười ".repeat(4) + "hết";
    app.take(Step::Warning(words));
    let seen = seen(&app);
    assert!(seen.contains("! một hai") && seen.contains("mười hết"), "{seen}");
}

fn day_after() -> Day {
    Day::new(2026, 10, 16).expect("a day")
}

#[test]
fn the_day_is_read_anew_while_nobody_types_and_the_day_asked_about_follows() {
    let mut app = app();
    app.idle();
    assert!(seen(&app).contains("15/10/2026"), "it stands still");
    app.settings.new_day = Some(day_after);
    app.idle();
    assert!(seen(&app).contains("16/10/2026"), "{}", seen(&app));
    assert_eq!(app.settings.today, day_after());
}

#[test]
fn a_day_asked_about_stays_when_midnight_passes() {
    let mut app = app();
    app.settings.new_day = Some(day_after);
    app.settings.as_of_follows = false;
    app.idle();
    assert!(seen(&app).contains("15/10/2026"), "{}", seen(&app));
    assert_eq!(app.settings.today, day_after());
}
