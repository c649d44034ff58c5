//! Contracts as the programmes have them: how much, for how long, in which instalments, for what.

use super::dice::Dice;
use crate::domain::day::Day;
use crate::domain::group::Household;
use crate::domain::loan::Instalment;
use crate::domain::money::Dong;

/// One million đồng.
pub(super) const MILLION: i64 = 1_000_000;

/// A contract before it has a code and a borrower.
#[derive(Clone, Debug)]
pub(super) struct Contract {
    /// The programme's code.
    pub(super) programme: &'static str,
    /// In đồng.
    pub(super) principal: i64,
    /// Its first money.
    pub(super) disbursed_on: Day,
    /// Months to its last due day.
    pub(super) term: u32,
    /// Months to its first instalment.
    pub(super) first: u32,
    /// Months from one instalment to the next.
    pub(super) step: u32,
    /// Students: before this day no interest falls due.
    pub(super) grace: Option<Day>,
    /// Its tranches; empty where all is paid out at once.
    pub(super) tranches: Vec<(Day, i64)>,
    /// Whether the money is the local budget's.
    pub(super) local: bool,
}

impl Contract {
    /// A contract of a programme: instalments a year apart, all its money at once.
    pub(super) fn new(programme: &'static str, millions: i64, on: Day, term: u32) -> Contract {
        Contract {
            programme,
            principal: millions * MILLION,
            disbursed_on: on,
            term,
            first: 12.min(term),
            step: 12,
            grace: None,
            tranches: Vec::new(),
            local: false,
        }
    }

    /// The same with instalments that many months apart.
    pub(super) fn every(self, months: u32) -> Contract {
        Contract { first: months, step: months, ..self }
    }

    /// The last due day.
    pub(super) fn due_on(&self) -> Day {
        self.disbursed_on.months_after(self.term)
    }

    /// Its instalments, in whole halves of a million but for the last.
    pub(super) fn instalments(&self) -> Vec<Instalment> {
        let count = (self.term.saturating_sub(self.first) / self.step.max(1) + 1).max(1);
        let usual = self.principal / i64::from(count) / 500_000 * 500_000;
        let usual = if usual > 0 { usual } else { self.principal / i64::from(count) };
        (1..=count)
            .map(|no| {
                let last = no == count;
                let months = self.first + (no - 1) * self.step;
                let amount =
                    if last { self.principal - usual * i64::from(count - 1) } else { usual };
                let due_on =
                    if last { self.due_on() } else { self.disbursed_on.months_after(months) };
                Instalment { no, due_on, amount: Dong::new(amount) }
            })
            .collect()
    }

    /// A usual loan of a household, disbursed on a day.
    pub(super) fn usual(dice: &mut Dice, household: Household, on: Day) -> Contract {
        let own = match household {
            Household::Poor => "01",
            Household::NearPoor => "19",
            Household::Escaped => "09",
            Household::Other => dice.weighted(&[(6, "03"), (2, "06"), (1, "19"), (2, "09")]),
        };
        let programme = match dice.below(1000) {
            0..90 => "06",
            90..170 => "03",
            170..185 => "12",
            185..197 => "04",
            197..209 => "26",
            209..225 => "02",
            _ => own,
        };
        Contract::of_programme(dice, programme, on)
    }

    fn of_programme(dice: &mut Dice, programme: &'static str, on: Day) -> Contract {
        let contract = |millions, term| Contract::new(programme, millions, on, term);
        match programme {
            "06" => {
                let millions = dice.one(&[16, 20, 20, 25]);
                contract(millions, 60).of_budget(dice.often(80))
            }
            "03" => {
                let (millions, term) = (dice.one(&[50, 60, 80, 90]), dice.one(&[36, 48, 60]));
                contract(millions, term).every(dice.one(&[6, 12])).of_budget(dice.often(550))
            }
            "12" => {
                let millions = dice.one(&[250, 300, 350, 400]);
                contract(millions, dice.one(&[180, 240])).every(3)
            }
            "04" => contract(dice.one(&[80, 90, 100, 120]), 36).every(6),
            "26" => contract(dice.one(&[50, 60, 70]), 60),
            "02" => Contract::student(dice, on, on.months_after(48)),
            _ => {
                let millions = dice.one(&[40, 50, 50, 60, 60, 70, 80, 100]);
                let term = dice.one(&[36, 48, 60, 60]);
                contract(millions, term).every(dice.one(&[12, 12, 12, 6]))
            }
        }
    }

    fn of_budget(self, local: bool) -> Contract {
        Contract { local, ..self }
    }

    /// A student's loan: a tranche each term, the principal after four years.
    pub(super) fn student(dice: &mut Dice, on: Day, grace: Day) -> Contract {
        let each = dice.one(&[15, 18, 20, 20]) * MILLION;
        let terms: u32 = dice.one(&[4, 6, 8]);
        // Money in September and in February: five and seven months apart.
        let tranches = (0..terms).map(|no| (on.months_after(no / 2 * 12 + no % 2 * 5), each));
        Contract {
            principal: each * i64::from(terms),
            first: 48,
            step: 6,
            grace: Some(grace),
            tranches: tranches.collect(),
            ..Contract::new("02", 0, on, 96)
        }
    }
}

const PURPOSES: &[(&str, &str)] = &[
    ("01", "Nuôi bò sinh sản|Trồng lúa|Chăn nuôi heo|Nuôi gà thả vườn|Trồng hành tím|Mua bán nhỏ"),
    (
        "19",
        "Nuôi bò sinh sản|Trồng lúa|Chăn nuôi heo|Mua bán nhỏ|Nuôi dê|Nuôi tôm lúa|Nuôi bò thịt",
    ),
    ("09", "Nuôi bò sinh sản|Mua bán nhỏ ở chợ|Chăn nuôi heo nái|Trồng nhãn|Nuôi cá lóc|Trồng rau"),
    ("03", "Mở tiệm may gia đình|Mua máy xới tay|Mở tiệm sửa xe máy|Mở quán cà phê|Đan giỏ cói"),
    (
        "06",
        "Xây nhà vệ sinh tự hoại|Lắp nước sạch và xây nhà vệ sinh|Khoan giếng, lắp bồn lọc nước",
    ),
    ("12", "Xây nhà để ở|Sửa chữa nhà ở|Mua nhà ở xã hội"),
    ("04", "Chi phí đi làm việc tại Nhật Bản|Chi phí đi làm việc tại Đài Loan"),
    (
        "02",
        "Đóng học phí đại học|Đóng học phí cao đẳng nghề|Đóng học phí đại học, ngành điều dưỡng",
    ),
    ("26", "Mở tiệm hớt tóc|Nuôi heo, tái hòa nhập cộng đồng|Mua xe máy chạy hàng"),
];

/// What money of a programme is for.
pub(super) fn purpose(dice: &mut Dice, programme: &str) -> &'static str {
    let of = PURPOSES.iter().find(|(code, _)| *code == programme);
    let all: Vec<&str> = of.map(|(_, all)| all.split('|').collect()).unwrap_or_default();
    dice.one(&all)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn instalments_add_up_and_end_on_the_last_due_day() {
        let on = Day::new(2024, 1, 31).expect("a day");
        for seed in 0..40 {
            let mut dice = Dice::of(seed, "contract", &[]);
            for programme in ["01", "02", "03", "04", "06", "09", "12", "19", "26"] {
                let contract = Contract::of_programme(&mut dice, programme, on);
                let instalments = contract.instalments();
                let sum: i64 = instalments.iter().map(|one| one.amount.get()).sum();
                assert_eq!(sum, contract.principal, "{contract:?}");
                assert!(instalments.iter().all(|one| one.amount.is_positive()));
                assert_eq!(instalments.last().map(|one| one.due_on), Some(contract.due_on()));
                assert!(instalments.windows(2).all(|two| two[0].due_on < two[1].due_on));
            }
        }
    }
}
