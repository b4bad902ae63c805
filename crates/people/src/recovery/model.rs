//! What a code looks like.

/// How many are made at once.
pub const CODES: usize = 10;
/// Letters and figures that are not taken for one another: no i, l, o or u (Crockford's base 32).
const LETTERS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
const LETTERS_A_CODE: usize = 16;

/// A code of 80 bits out of what cannot be guessed: `7k2m-qx9d-3hvt-a0wz`.
pub fn code(chance: &[u8; LETTERS_A_CODE]) -> String {
    let mut code = String::with_capacity(LETTERS_A_CODE + 3);
    for (at, byte) in chance.iter().enumerate() {
        if at > 0 && at % 4 == 0 {
            code.push('-');
        }
        code.push(char::from(LETTERS[usize::from(byte % 32)]));
    }
    code
}

/// A code as it was typed, without what does not count: case, strokes, spaces, and letters taken for figures.
pub fn as_kept(typed: &str) -> String {
    let plain = typed.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase());
    plain
        .map(|c| match c {
            'o' => '0',
            'i' | 'l' => '1',
            other => other,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_read_as_it_is_written() {
        let chance = [0, 1, 2, 35, 31, 63, 255, 10, 18, 19, 20, 21, 7, 8, 9, 26];
        let written = code(&chance);
        assert_eq!(written, "0123-zzza-jkmn-789t");
        assert_eq!(as_kept(&written), "0123zzzajkmn789t");
        assert_eq!(as_kept(" OI23 ZZZA-jkmn 789T"), "0123zzzajkmn789t");
    }
}
