//! The principal of one loan, followed from payment to payment: no more can be paid than is
//! outstanding (domain.md, section 4). Forms, imports and the check of a book ask the same rule.

use super::day::Day;
use super::loan::{LoanFile, Movement, Opening};
use super::money::Dong;

/// What came in and has gone out so far.
#[derive(Clone, Debug)]
pub struct Principal<'a> {
    opening: Option<&'a Opening>,
    disbursed: Vec<Movement>,
    paid: Dong,
}

impl<'a> Principal<'a> {
    /// A loan of which nothing has been paid, after its opening if it has one.
    #[must_use]
    pub const fn new(opening: Option<&'a Opening>, disbursed: Vec<Movement>) -> Principal<'a> {
        Principal { opening, disbursed, paid: Dong::ZERO }
    }

    /// The same, of a loan in the book.
    #[must_use]
    pub fn of(file: &'a LoanFile) -> Principal<'a> {
        let tranches = file.tranches.iter();
        let disbursed = tranches.map(|one| Movement { day: one.day, amount: one.amount });
        Principal::new(file.opening.as_ref(), disbursed.collect())
    }

    /// What was disbursed up to a day, its end included.
    #[must_use]
    pub fn disbursed_by(&self, day: Day) -> Dong {
        self.disbursed.iter().filter(|one| one.day <= day).map(|one| one.amount).sum()
    }

    /// What is outstanding at the end of a day, with what has been paid so far.
    #[must_use]
    pub fn on(&self, day: Day) -> Dong {
        // What was disbursed by the opening and is not outstanding then counts as paid.
        let before =
            self.opening.map(|opening| self.disbursed_by(opening.day) - opening.outstanding);
        self.disbursed_by(day) - before.unwrap_or_default() - self.paid
    }

    /// Counts a payment, fitting or not.
    pub fn count(&mut self, amount: Dong) {
        self.paid += amount;
    }

    /// Counts a payment that fits. Payments come in the order of their days.
    ///
    /// # Errors
    /// What was outstanding, where that is less; then it is not counted.
    pub fn pay(&mut self, payment: Movement) -> Result<(), Dong> {
        let left = self.on(payment.day);
        if payment.amount > left {
            return Err(left.at_least_zero());
        }
        self.count(payment.amount);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn on(day: i64, amount: i64) -> Movement {
        let day = Day::new(2026, 1, 10).expect("a day").plus(day);
        Movement { day, amount: Dong::new(amount) }
    }

    #[test]
    fn as_much_can_be_paid_as_came_in_by_then_and_was_not_paid() {
        let mut principal = Principal::new(None, vec![on(0, 10), on(5, 20)]);
        assert_eq!(principal.pay(on(4, 11)), Err(Dong::new(10)));
        assert_eq!(principal.pay(on(4, 10)), Ok(()));
        assert_eq!(principal.pay(on(4, 1)), Err(Dong::ZERO));
        assert_eq!(principal.pay(on(5, 20)), Ok(()));
        assert_eq!(principal.on(on(5, 0).day), Dong::ZERO);
    }

    #[test]
    fn an_opening_stands_for_what_came_before_it() {
        let at = on(3, 0).day;
        let opening = Opening {
            day: at,
            outstanding: Dong::new(4),
            interest_owed: Dong::ZERO,
            last_movement: None,
        };
        let mut principal = Principal::new(Some(&opening), vec![on(0, 10), on(5, 20)]);
        assert_eq!(principal.on(at), Dong::new(4));
        assert_eq!(principal.pay(on(4, 5)), Err(Dong::new(4)));
        assert_eq!(principal.pay(on(5, 24)), Ok(()));
    }
}
