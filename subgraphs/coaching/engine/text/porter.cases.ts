import { porterStem } from './porter';

/** The examples of Porter's paper, run through all steps. */
const KNOWN_STEMS: readonly (readonly [step: string, stems: string])[] = [
  ['1a', 'caresses:caress ponies:poni ties:ti caress:caress cats:cat'],
  ['1b', 'feed:feed agreed:agre plastered:plaster bled:bled motoring:motor sing:sing'],
  ['1b repaired', 'conflated:conflat troubled:troubl sized:size hopping:hop tanned:tan falling:fall'],
  ['1b repaired, continued', 'hissing:hiss fizzed:fizz failing:fail filing:file'],
  ['1c', 'happy:happi sky:sky'],
  ['2', 'relational:relat conditional:condit rational:ration valenci:valenc hesitanci:hesit digitizer:digit'],
  ['2, -li', 'conformabli:conform radicalli:radic differentli:differ vileli:vile analogousli:analog'],
  ['2, -ation', 'vietnamization:vietnam predication:predic operator:oper'],
  ['2, nouns', 'feudalism:feudal decisiveness:decis hopefulness:hope callousness:callous formaliti:formal'],
  ['2, -iti', 'sensitiviti:sensit sensibiliti:sensibl'],
  ['3', 'triplicate:triplic formative:form formalize:formal electriciti:electr electrical:electr'],
  ['3, -ful and -ness', 'hopeful:hope goodness:good'],
  ['4', 'revival:reviv allowance:allow inference:infer airliner:airlin gyroscopic:gyroscop'],
  [
    '4, -able to -ent',
    'adjustable:adjust defensible:defens irritant:irrit replacement:replac adjustment:adjust',
  ],
  ['4, -ion to -ize', 'dependent:depend adoption:adopt homologou:homolog communism:commun activate:activ'],
  ['4, the rest', 'angulariti:angular homologous:homolog effective:effect bowdlerize:bowdler'],
  ['5', 'probate:probat rate:rate cease:ceas controll:control roll:roll'],
  ['several', 'generalizations:gener oscillators:oscil'],
  ['a first y', 'yes:ye yielding:yield years:year'],
  [
    'business words',
    'retention:retent retained:retain innovative:innov innovation:innov strategies:strategi',
  ],
];

describe('porterStem', () => {
  it.each(KNOWN_STEMS)('gives the published stems of step %s', (_, stems) => {
    for (const [word = '', expected] of stems.split(' ').map((pair) => pair.split(':'))) {
      expect([word, porterStem(word)]).toEqual([word, expected]);
    }
  });

  it.each(['', 'a', 'is', 'by'])('leaves the short word "%s" alone', (word) => {
    expect(porterStem(word)).toBe(word);
  });
});
