//! "Did you mean".

/// The words of a list as a hint: the nearest one if there is a near one, else all of them.
pub(crate) fn among(word: &str, words: &[&str]) -> String {
    let nearest = words.iter().map(|known| (distance(word, known), known)).min();
    match nearest {
        Some((distance, known)) if distance <= word.len().max(known.len()) / 3 + 1 => {
            format!(", did you mean `{known}`?")
        }
        _ => format!("; known are: {}", words.join(", ")),
    }
}

/// How many letters must be inserted, removed or replaced to make one word the other.
fn distance(a: &str, b: &str) -> usize {
    let mut row: Vec<usize> = (0..=b.chars().count()).collect();
    for (i, left) in a.chars().enumerate() {
        let mut diagonal = i;
        let mut before = i + 1;
        let mut next = vec![before];
        for (right, above) in b.chars().zip(row.iter().skip(1)) {
            let cost = usize::from(left != right);
            before = (diagonal + cost).min(above + 1).min(before + 1);
            diagonal = *above;
            next.push(before);
        }
        row = next;
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn near_words_are_suggested_and_far_ones_listed() {
        assert_eq!(among("fonction", &["function", "group"]), ", did you mean `function`?");
        assert_eq!(among("zzz", &["function", "group"]), "; known are: function, group");
    }

    #[test]
    fn distances() {
        assert_eq!(distance("", "abc"), 3);
        assert_eq!(distance("order", "order"), 0);
        assert_eq!(distance("oder", "order"), 1);
        assert_eq!(distance("ordre", "order"), 2);
    }
}
