//! A group's collection sheet (13/TD): what each member is to pay, and how one sum is shared out
//! over several loans.

use super::ids::LoanCode;
use super::money::Dong;

/// What one loan is to pay at the session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ToPay {
    /// The loan.
    pub loan: LoanCode,
    /// Interest to pay at the session (domain.md, section 3); zero or more.
    pub due: Dong,
}

/// Shares one sum that a member paid over the member's loans, which stand in the order in which
/// they are to be served (oldest disbursement first): each gets what it is due, and what is left
/// over is prepaid on the last of them. The shares add up to the sum; loans that get nothing are
/// not in the answer. Empty where there is no loan.
#[must_use]
pub fn share_out(paid: Dong, loans: &[ToPay]) -> Vec<(LoanCode, Dong)> {
    let mut left = paid;
    let mut shares = Vec::new();
    for (at, to_pay) in loans.iter().enumerate() {
        let last = at + 1 == loans.len();
        let share = if last { left } else { left.min(to_pay.due) };
        if share.is_positive() {
            shares.push((to_pay.loan.clone(), share));
            left -= share;
        }
    }
    shares
}

#[cfg(test)]
mod tests {
    use super::*;

    fn loans(due: &[i64]) -> Vec<ToPay> {
        (0..)
            .zip(due)
            .map(|(at, due)| ToPay { loan: LoanCode::new(format!("{at}")), due: Dong::new(*due) })
            .collect()
    }

    fn shares(paid: i64, due: &[i64]) -> Vec<(String, i64)> {
        let shares = share_out(Dong::new(paid), &loans(due));
        shares.iter().map(|(loan, share)| (loan.to_string(), share.get())).collect()
    }

    #[test]
    fn the_oldest_loan_is_served_first_and_what_is_left_is_prepaid_on_the_last() {
        assert_eq!(shares(50, &[30, 40]), [("0".to_owned(), 30), ("1".to_owned(), 20)]);
        assert_eq!(shares(100, &[30, 40]), [("0".to_owned(), 30), ("1".to_owned(), 70)]);
        assert_eq!(shares(20, &[30, 40]), [("0".to_owned(), 20)]);
        assert_eq!(shares(40, &[0, 40]), [("1".to_owned(), 40)]);
        assert_eq!(shares(40, &[]), []);
    }
}
