//! Comparisons of strings that the compiler can do while it checks a declaration. Case does not matter.

/// Whether two strings are the same.
pub(crate) const fn same(a: &[u8], b: &[u8]) -> bool {
    a.len() == b.len() && starts_with(a, b)
}

/// Whether a string ends with one of these.
pub(crate) const fn ends_with_any(text: &[u8], mut ends: &[&str]) -> bool {
    while let [end, rest @ ..] = ends {
        if let Some(start) = text.len().checked_sub(end.len())
            && starts_with(text.split_at(start).1, end.as_bytes())
        {
            return true;
        }
        ends = rest;
    }
    false
}

/// Whether a string is one of these.
pub(crate) const fn is_any(text: &[u8], mut words: &[&str]) -> bool {
    while let [word, rest @ ..] = words {
        if same(text, word.as_bytes()) {
            return true;
        }
        words = rest;
    }
    false
}

/// Whether one of these is in a string.
pub(crate) const fn contains_any(mut text: &[u8], parts: &[&str]) -> bool {
    while let [_, rest @ ..] = text {
        let mut parts = parts;
        while let [part, others @ ..] = parts {
            if starts_with(text, part.as_bytes()) {
                return true;
            }
            parts = others;
        }
        text = rest;
    }
    false
}

const fn starts_with(mut text: &[u8], mut start: &[u8]) -> bool {
    while let [expected, rest @ ..] = start {
        match text {
            [found, others @ ..] if found.eq_ignore_ascii_case(expected) => (text, start) = (others, rest),
            _ => return false,
        }
    }
    true
}
