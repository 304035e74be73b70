#!/usr/bin/env bash
# Makes the number words beside this file with espeak-ng; run again only when a word is added.
# Needs espeak-ng 1.51 or newer and python3 (no packages). Each word becomes WAV/<language>/<word>.wav,
# 16 kHz mono, 8-bit µ-law, with the silence at both ends cut off.
set -euo pipefail
cd "$(dirname "$0")"

units="0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 30 40 50 60 70 80 90 100"

say() { # language file words
  mkdir -p "$1"
  espeak-ng -v "$voice" -s "$speed" -p 45 -a 170 -w .raw.wav -- "$3"
  python3 - .raw.wav "$1/$2.wav" <<'PY'
import struct, sys, wave

RATE, QUIET, EDGE = 16000, 260, 160

def mulaw(sample):
    sign = 0x80 if sample < 0 else 0
    level = min(abs(sample), 32635) + 132
    exponent = max(level.bit_length() - 8, 0)
    return ~(sign | exponent << 4 | (level >> exponent + 3) & 0x0F) & 0xFF

with wave.open(sys.argv[1]) as raw:
    rate = raw.getframerate()
    sound = struct.unpack("<%dh" % raw.getnframes(), raw.readframes(raw.getnframes()))
loud = [i for i, s in enumerate(sound) if abs(s) > QUIET]
sound = sound[max(0, loud[0] - EDGE):loud[-1] + EDGE]
peak = max(map(abs, sound))
step, data = rate / RATE, bytearray()
for i in range(int(len(sound) / step)):
    # The mean over one step: enough of a filter from 22 to 16 kHz.
    at = i * step
    low = int(at)
    high = min(low + 1, len(sound) - 1)
    value = sound[low] + (sound[high] - sound[low]) * (at - low)
    fade = min(1, i / 40, (len(sound) / step - i) / 120)
    data.append(mulaw(int(value * fade * 26000 / peak)))
with open(sys.argv[2], "wb") as out:
    size = len(data)
    out.write(b"RIFF" + struct.pack("<I", 50 + size + size % 2) + b"WAVEfmt " +
              struct.pack("<IHHIIHHH", 18, 7, 1, RATE, RATE, 1, 8, 0) +
              b"fact" + struct.pack("<II", 4, size) + b"data" + struct.pack("<I", size) + data +
              b"\0" * (size % 2))
PY
}

many() { # language, then words for: $units
  local language=$1; shift
  for name in $units; do say "$language" "$name" "$1"; shift; done
}

voice=ru speed=165
many ru ноль один два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать тринадцать \
  четырнадцать пятнадцать шестнадцать семнадцать восемнадцать девятнадцать двадцать тридцать сорок \
  пятьдесят шестьдесят семьдесят восемьдесят девяносто сто
n=200
for word in двести триста четыреста пятьсот шестьсот семьсот восемьсот девятьсот; do
  say ru "$n" "$word"; n=$((n + 100))
done
say ru 1f одна; say ru 2f две
say ru thousand-one тысяча; say ru thousand-few тысячи; say ru thousand-many тысяч
say ru million-one миллион; say ru million-few миллиона; say ru million-many миллионов
say ru tenge тенгэ; say ru tiyn-one тиын; say ru tiyn-few тиына; say ru tiyn-many тиынов
say ru paid оплачено

voice=kk speed=155
many kk нөл бір екі үш төрт бес алты жеті сегіз тоғыз он "он бір" "он екі" "он үш" "он төрт" "он бес" \
  "он алты" "он жеті" "он сегіз" "он тоғыз" жиырма отыз қырық елу алпыс жетпіс сексен тоқсан жүз
say kk thousand мың; say kk million миллион; say kk tenge теңге; say kk tiyn тиын; say kk paid төленді

voice=en-us speed=160
many en zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen \
  sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred
say en thousand thousand; say en million million; say en tenge tengeh; say en tiyn teeyin; say en paid paid

rm -f .raw.wav
