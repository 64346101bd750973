//! Words that are the program's and not ours, as they may be in a sentence of ours.

/// Words that are not ours, escaped so that Markdown takes each character literally.
pub fn escaped(words: &str) -> String {
    let mut text = String::new();
    for letter in visible(words).chars() {
        if r"\`*_[]<>&~".contains(letter) {
            text.push('\\');
        }
        text.push(letter);
    }
    text
}

/// A line in which even the characters that a terminal would obey are visible.
pub fn visible(line: &str) -> String {
    let shown = |letter: char| match letter.is_control() {
        true => letter.escape_default().collect::<String>(),
        false => letter.to_string(),
    };
    line.chars().map(shown).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_a_program_stay_what_they_are() {
        assert_eq!(escaped("<b> *no* `x` & [y](z) a_b"), r"\<b\> \*no\* \`x\` \& \[y\](z) a\_b");
        assert_eq!(escaped("tab\there"), r"tab\\there");
    }
}
