//! What a code looks like.

/// How many are made at once.
pub const CODES: usize = 10;
/// Letters and figures that are not taken for one another: no i, l, o or u (Crockford's base 32).
const LETTERS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
/// Five bits each, 140 together: a digest without salt keeps them well enough.
///
/// # Source
/// NIST SP 800-63B-4, section 3.1.2.2: lookup secrets of less than 112 bits are hashed as passwords are.
pub const LETTERS_A_CODE: usize = 28;

/// A code out of what cannot be guessed: `7k2m-qx9d-3hvt-a0wz-58rc-jm4e-y6b1`.
pub fn code(chance: &[u8; LETTERS_A_CODE]) -> String {
    let mut code = String::with_capacity(LETTERS_A_CODE + 6);
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
        let mut chance = [33; LETTERS_A_CODE];
        chance[..16].copy_from_slice(&[0, 1, 2, 35, 31, 63, 255, 10, 18, 19, 20, 21, 7, 8, 9, 26]);
        let written = code(&chance);
        assert_eq!(written, "0123-zzza-jkmn-789t-1111-1111-1111");
        assert_eq!(as_kept(&written), "0123zzzajkmn789t111111111111");
        assert_eq!(as_kept(" OI23 ZZZA-jkmn 789T iIlL 1111-1111"), "0123zzzajkmn789t111111111111");
    }
}
