//! Contests: several ways to do the same work, timed in turns.
//!
//! The machine's speed changes while it measures: other processes, heat, frequency. So the contestants take turns
//! (A B C, A B C, ...), the ratio of two is formed within each round, and the median over the rounds counts. Neither
//! criterion nor divan can interleave: they finish one contestant before they start the next, and a ratio of two of
//! their results holds the drift of the machine between them.
//!
//! What counts is the processor time of the thread, unless a contestant takes the time itself: whatever else runs on
//! the machine does not.

use core::hint::black_box;
use core::time::Duration;

use rustix::time::{ClockId, clock_gettime};

/// The processor time that this thread has used so far.
#[must_use]
pub fn processor_time() -> Duration {
    // Never negative.
    Duration::try_from(clock_gettime(ClockId::ThreadCPUTime)).unwrap_or_default()
}

/// The processor time that this thread has used since it was [`processor_time`].
#[must_use]
pub fn used_since(start: Duration) -> Duration {
    processor_time().saturating_sub(start)
}

/// One way to do the work: runs it a number of times and says how long that took.
pub struct Contestant<'a> {
    name: &'static str,
    run: Box<dyn FnMut(u32) -> Duration + 'a>,
}

impl<'a> Contestant<'a> {
    /// A contestant of which everything counts, also to drop the result.
    pub fn new<T>(name: &'static str, mut work: impl FnMut() -> T + 'a) -> Self {
        let run = move |times| {
            let start = processor_time();
            for _ in 0..times {
                black_box(work());
            }
            used_since(start)
        };
        Self { name, run: Box::new(run) }
    }

    /// A contestant for whom dropping the result does not count.
    pub fn without_drop<T>(name: &'static str, mut work: impl FnMut() -> T + 'a) -> Self {
        let run = move |times| {
            let mut sum = Duration::ZERO;
            for _ in 0..times {
                let start = processor_time();
                let result = black_box(work());
                sum += used_since(start);
                drop(result);
            }
            sum
        };
        Self { name, run: Box::new(run) }
    }

    /// A contestant that takes the time itself.
    pub fn timed(name: &'static str, run: impl FnMut(u32) -> Duration + 'a) -> Self {
        Self { name, run: Box::new(run) }
    }
}

/// How long a contest is.
#[derive(Debug, Clone, Copy)]
pub struct Length {
    /// Rounds; the first one, which warms up, is not among them.
    pub rounds: u32,
    /// A turn repeats its work for about this long.
    pub turn: Duration,
}

impl Length {
    /// Work that takes longer than `turn` by itself is done once a turn.
    #[must_use]
    pub fn new(rounds: u32, turn: Duration) -> Self {
        Self { rounds, turn }
    }
}

/// The times of a contest.
#[derive(Debug, Clone)]
pub struct Times {
    names: Vec<&'static str>,
    /// For each round the seconds of each contestant for one repetition.
    rounds: Vec<Vec<f64>>,
}

/// Lets the contestants take turns. The repetitions in a turn are set by the warming-up round, for each contestant
/// by itself, so that turns are of about the same length.
#[must_use]
pub fn contest(length: Length, mut contestants: Vec<Contestant<'_>>) -> Times {
    let names = contestants.iter().map(|contestant| contestant.name).collect();
    let repetitions: Vec<u32> =
        contestants.iter_mut().map(|contestant| calibrate(contestant, length.turn)).collect();
    let rounds = (0..length.rounds).map(|_| {
        let turns = contestants.iter_mut().zip(&repetitions);
        turns.map(|(contestant, &times)| (contestant.run)(times).as_secs_f64() / f64::from(times)).collect()
    });
    Times { names, rounds: rounds.collect() }
}

fn calibrate(contestant: &mut Contestant<'_>, turn: Duration) -> u32 {
    let mut times = 1;
    loop {
        let took = (contestant.run)(times);
        if took >= turn || times > u32::MAX / 4 {
            return times;
        }
        // The first run is slow: it must not decide.
        let wanted = f64::from(times) * turn.as_secs_f64() / took.as_secs_f64().max(1e-9);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "bounded, positive")]
        let wanted = wanted.min(f64::from(times) * 4.0).ceil() as u32;
        if wanted <= times + times / 8 {
            return times;
        }
        times = wanted;
    }
}

impl Times {
    /// The median over the rounds of the time of `name` divided by that of `baseline`.
    ///
    /// `NaN` if there is no contestant of that name.
    #[must_use]
    pub fn ratio(&self, name: &str, baseline: &str) -> f64 {
        self.median(|round| Some(self.of(round, name)? / self.of(round, baseline)?))
    }

    /// How many times as fast as `baseline` is `name`: the inverse of [`Times::ratio`].
    #[must_use]
    pub fn speed(&self, name: &str, baseline: &str) -> f64 {
        self.ratio(baseline, name)
    }

    /// The median of the seconds that `name` took.
    #[must_use]
    pub fn seconds(&self, name: &str) -> f64 {
        self.median(|round| self.of(round, name))
    }

    fn of(&self, round: &[f64], name: &str) -> Option<f64> {
        let position = self.names.iter().position(|known| *known == name)?;
        round.get(position).copied()
    }

    fn median(&self, figure: impl Fn(&[f64]) -> Option<f64>) -> f64 {
        median(self.rounds.iter().filter_map(|round| figure(round)).collect())
    }
}

/// The middle of some figures; `NaN` of none.
#[must_use]
pub fn median(mut figures: Vec<f64>) -> f64 {
    figures.sort_by(f64::total_cmp);
    let upper = figures.get(figures.len() / 2).copied().unwrap_or(f64::NAN);
    let lower = figures.get(figures.len().saturating_sub(1) / 2).copied().unwrap_or(f64::NAN);
    f64::midpoint(lower, upper)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fixed(name: &'static str, mut seconds: impl Iterator<Item = u64> + 'static) -> Contestant<'static> {
        Contestant::timed(name, move |times| Duration::from_secs(seconds.next().unwrap()) * times)
    }

    #[test]
    fn ratios_are_formed_within_a_round() {
        // The first figure is that of the warming-up round. The machine slows down by ten in the second one.
        let a = fixed("a", [9, 1, 10, 2].into_iter());
        let b = fixed("b", [9, 3, 30, 4].into_iter());
        let times = contest(Length::new(3, Duration::from_secs(1)), vec![a, b]);
        assert!((times.ratio("b", "a") - 3.0).abs() < 1e-9, "{times:?}");
        assert!((times.speed("a", "b") - 3.0).abs() < 1e-9, "{times:?}");
        assert!((times.seconds("a") - 2.0).abs() < 1e-9, "{times:?}");
        assert!(times.ratio("c", "a").is_nan());
    }

    #[test]
    fn the_median_of_an_even_number_is_between_the_middle_ones() {
        assert!((median(vec![4.0, 1.0, 2.0, 100.0]) - 3.0).abs() < 1e-9);
        assert!(median(Vec::new()).is_nan());
    }

    #[test]
    fn short_work_is_repeated() {
        let times = contest(
            Length::new(1, Duration::from_micros(100)),
            vec![Contestant::timed("a", |times| {
                assert!(times <= 400, "{times}");
                Duration::from_micros(1) * times
            })],
        );
        assert!((times.seconds("a") - 1e-6).abs() < 1e-9);
    }
}
