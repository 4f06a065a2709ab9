import { type LanguagePack, pairs, phrases } from './pack';
import { SPANISH_CLOCK } from './spanish-clock';
import { FOOD, KINDS } from './spanish-food';

const REFUSALS = pairs(
  'no, nunca',
  'quiero, le ponga, le pongas, me ponga, lleve, le eche, me gusta, me gustan, pongas, ponga, agregue',
);

/** Spanish, as people order in it in the Americas and in Spain. */
export const spanish: LanguagePack = {
  id: 'es',
  numbers: {
    uno: 1,
    dos: 2,
    tres: 3,
    cuatro: 4,
    cinco: 5,
    seis: 6,
    siete: 7,
    ocho: 8,
    nueve: 9,
    diez: 10,
    once: 11,
    doce: 12,
    trece: 13,
    catorce: 14,
    quince: 15,
    veinte: 20,
    treinta: 30,
    cuarenta: 40,
    'un par de': 2,
    'par de': 2,
    'media docena de': 6,
    'media docena': 6,
    otra: 1,
    otro: 1,
    'dos veces': 2,
    'tres veces': 3,
  },
  words: {
    add: phrases(
      `agregue, agregar, agrega, añade, añadir, ponle, póngale, échale, más, y con, súmale, incluye`,
    ),
    remove: [
      ...phrases(
        `sin, no, nada de, quita, quítale, quite, quíteme, quitar, menos, excepto, evite, pero sin, y sin, que no lleve, que no tenga, ni, sin nada de, odio`,
      ),
      ...REFUSALS,
    ],
    extra: phrases(
      `extra, doble, mucho, mucha, muchos, muchas, bastante, más de, con extra, adicional, bien cargado de`,
    ),
    light: phrases(
      `poco, poca, pocos, pocas, un poco de, un poquito de, poquito, poquita, ligero, ligera, no mucho, no mucha, menos cantidad de`,
    ),
    side: [],
    aside: phrases(`aparte, al lado, a un lado, por separado, de lado, como acompañamiento, por un lado`),
    serving: phrases(
      `orden de, una orden de, ordenes de, porción de, una porción de, vaso de, botella de, lata de, ración de, plato de, acompañamiento de`,
    ),
    substitute: phrases(`cambia, cambie, cambiar, cámbiame, sustituye, sustituir, reemplaza, reemplace`),
    left: phrases(`la mitad izquierda, mitad izquierda, a la izquierda, lado izquierdo`),
    right: phrases(`la mitad derecha, mitad derecha, a la derecha, lado derecho`),
    half: phrases(
      `mitad, la mitad, la mitad de, media, en media, en la mitad, solo en la mitad, mitad de, mitad y mitad, mitad con, una mitad, en una mitad, la mitad con`,
    ),
    other_half: phrases(
      `la otra mitad, otra mitad, la otra mitad de, la otra mitad con, en la otra mitad, y la otra mitad, otra mitad con`,
    ),
    whole: phrases(`en toda, en toda la pizza, por toda la pizza, en las dos mitades, en ambas mitades`),
    one_of: phrases(`en una, en uno, en una de ellas, en uno de ellos`),
    other: phrases(
      `la otra, el otro, las otras, los otros, y la otra, y el otro, y las otras, y los otros, en la otra, en el otro, en las otras, el resto, la otra con, el otro con`,
    ),
    with: phrases(`con, que tenga, que lleve, y con, acompañado de, acompañada de, junto con`),
    and: phrases(`y, e, además, también, y también, luego, después`),
    or: phrases(`o, u, o bien`),
    want: phrases(
      `quiero, quisiera, me da, me das, deme, dame, póngame, ponme, me gustaría, quería, necesito, para mí, me pone, me pones, voy a querer, vamos a querer, queremos, mándeme, me trae, tráeme, me puede dar, puedo pedir, quiero pedir, quisiera ordenar, quisiera pedir, quiero ordenar, pero con, me manda, me puede mandar, se me antoja`,
    ),
    instead: phrases(`en lugar de, en vez de, en lugar del, en vez del`),
    for: phrases(`por, para, en, a`),
    back: phrases(`encima, arriba, en ella, en ese, en esa, dentro`),
    fix: phrases(
      `perdón, no espera, digo, quise decir, mejor dicho, no perdón, perdón no, no mejor, corrijo, no espere, no no, no digo, espera no, disculpa, disculpe, me equivoqué, o sea`,
    ),
    make: phrases(
      `que sean, que sea, mejor que sean, mejor que sea, hazla, hazlo, hágala, hágalo, hazme la, cámbiala a, cámbialo a, cámbiala por, cámbialo por, mejor hazla, mejor hazlo, mejor ponme, que mejor sean, que mejor sea, no mejor que sean, no mejor que sea, ponlo en, póngalo en`,
    ),
    waver: phrases(
      `mejor, espera, espere, en realidad, pensándolo bien, a ver, la verdad, ahora que lo pienso`,
    ),
    drop: phrases(
      `cancela, cancele, cancela la, cancela el, olvida, olvide, olvida la, olvida el, olvídalo, ya no quiero, ya no quiero la, ya no quiero el, quita eso, borra eso, borra la, borra el`,
    ),
    of_them: phrases(`de ellos, de ellas, de esos, de esas, de estos, de estas`),
    each: phrases(`cada uno, cada una, ambos, ambas, todas, todos, las dos, los dos`),
    times: phrases(`veces, dos veces, tres veces`),
    meal: phrases(`combo, en combo, el combo, menú, en menú`),
    off: [],
    talk: phrases(`iba a pedir, normalmente, la última vez, usualmente`),
    vague: phrases(`si no, lo mismo, la misma, el mismo, lo de siempre, igual, lo que sea, todo lo demás`),
    dozen: phrases(`docena, docenas, docena de, docenas de`),
    article: phrases(`un, una`),
    size: phrases(
      `chica, chico, pequeña, pequeño, mediana, mediano, grande, familiar, individual, regular, extra grande`,
    ),
    all: phrases(`todos los, todas las, todo el, toda la`),
    decline: phrases(
      `nada más, es todo, eso es todo, sería todo, no gracias, nada de tomar, nada de beber, con eso, sin cambios, y ya, eso sería todo`,
    ),
    allergy: phrases(
      `alérgico, alérgica, alergia, soy alérgico a, soy alérgica a, tengo alergia a, alérgico a, alérgica a, alergia a, alergias, celíaco, celíaca, celiaco, intolerante`,
    ),
    pickup: phrases(
      `para llevar, para recoger, paso a recoger, paso por ella, paso por él, lo recojo, la recojo, recojo, recoger, voy a recoger, paso por ellas, paso por ellos`,
    ),
    delivery: phrases(
      `a domicilio, para entrega, entrega a domicilio, para entregar, entregar, entregar en, envío, que me lo traigan, enviar a, enviar, mandar a, reparto, domicilio, con entrega a domicilio`,
    ),
    dine_in: phrases(`para comer aquí, para comer ahí, comer aquí, en el restaurante, para aquí`),
    curbside: phrases(`al carro, al coche, en mi carro, en mi coche, a mi carro`),
    name: phrases(
      `me llamo, mi nombre es, a nombre de, mi teléfono es, mi número es, mi dirección es, la dirección es, soy`,
    ),
    note: phrases(
      `bien cocido, bien cocida, bien hecho, bien hecha, tostado, tostada, crujiente, popote, popotes, pajita, servilletas, cubiertos, hielo, bolsa`,
    ),
    filler: phrases(
      `el, la, los, las, de, del, al, lo, le, les, me, se, te, que, por favor, porfa, porfavor, gracias, muchas gracias, hola, buenas, buenos días, buenas tardes, buenas noches, eh, este, bueno, pues, sí, ok, okay, vale, muy, bien, con, en, por, para, a, su, sus, mi, mis, es, son, está, están, favor, ser, tamaño, de tamaño, para tomar, para beber, de tomar, de beber, de comer, como, solo, solamente, nomás, ahí, aquí, ahorita, ahora, entonces, señor, señorita, señora, joven, amigo, puede, puedes, podría, quería, otra, otro, algo, todo, cosa, favor de, si, si se puede, si es posible, tiene, tienen, hay, va, ir, vamos, voy, nosotros, familia, hijo, hija, fuera, sería, seria, ponga, poner, da, dan, dar, tomar, pedir, ordenar, pedido, orden, comer, una pregunta, cada, esa, ese, eso, esta, estas, estos, encima de`,
    ),
  },
  kinds: KINDS,
  food: FOOD,
  apart: {},
  generalFirst: true,
  sounds: {},
  everyday: phrases(
    `yo, tú, usted, ustedes, él, ella, ellos, ellas, nosotros, nosotras, mi, tu, su, nuestro, nuestra, mío, mía, nuestros, este, esta, ese, esa, aquel, aquella, quién, qué, cuál, cuándo, dónde, cómo, porque, cuando, donde, aunque, mientras, hasta, desde, sobre, entre, contra, según, durante, antes, después, luego, entonces, ahora, hoy, ayer, siempre, nunca, tal vez, quizás, casi, solo, todavía, ya, tampoco, también, muy, mucho, poco, todo, nada, algo, alguien, nadie, cada, otro, mismo, hola, gracias, favor, buenos, buenas, días, tardes, noches, señor, señora, amigo, amiga, hijo, hija, niño, niña, niños, niñas, esposo, esposa, mamá, papá, hermano, hermana, abuela, abuelo, familia, casa, puerta, timbre, calle, carro, coche, teléfono, nombre, dirección, número, tiempo, hora, minuto, momento, cumpleaños, fiesta, oficina, trabajo, escuela, dinero, efectivo, tarjeta, precio, cuenta, cambio, propina, orden, pedido, comida, cena, almuerzo, desayuno, hambre, pregunta, idea, verdad, creo, pienso, sé, sabe, puede, puedo, quiere, quiero, tengo, tiene, tenemos, hay, es, son, está, están, estoy, vamos, va, voy, viene, llega, llegar, tocar, toque, llamar, llame, esperar, espere, dejar, deje, traer, traiga, mandar, mande, recoger, paso, rápido, pronto, listo, bien, mal, rico, rica, bueno, buena, grande, chico`,
  ),
  sizeWords: [],
  clock: SPANISH_CLOCK,
  street: {
    suffixes: [],
    prefixes: phrases(`calle, avenida, av, avda, paseo, plaza, carretera, camino, callejón, boulevard`),
    units: phrases(`apartamento, departamento, depto, apto, piso, número, interior, código postal`),
  },
};
