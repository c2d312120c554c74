<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>AboutPage</name>
    <message>
        <source>Every photo you own, found by saying what is in it, on your own computer.</source>
        <extracomment>app/panels/help.py</extracomment>
        <translation>Todas las fotos, encontradas con solo decir qué hay en ellas, en el propio equipo.</translation>
    </message>
    <message>
        <source>Version</source>
        <extracomment>app/panels/help.py</extracomment>
        <translation>Versión</translation>
    </message>
    <message>
        <source>Licence</source>
        <extracomment>app/panels/help.py</extracomment>
        <translation>Licencia</translation>
    </message>
    <message>
        <source>Apache License 2.0</source>
        <extracomment>app/panels/help.py</extracomment>
        <translation>Licencia Apache 2.0</translation>
    </message>
    <message>
        <source>Made with</source>
        <extracomment>app/panels/help.py</extracomment>
        <translation>Hecho con</translation>
    </message>
    <message>
        <source>The window (LGPL 3)</source>
        <extracomment>app/panels/help.py</extracomment>
        <translation>La ventana (LGPL 3)</translation>
    </message>
    <message>
        <source>Running models (BSD 3-Clause, Apache 2.0)</source>
        <extracomment>app/panels/help.py</extracomment>
        <translation>Ejecución de los modelos (BSD de 3 cláusulas, Apache 2.0)</translation>
    </message>
    <message>
        <source>Finding the nearest (Apache 2.0, BSD 3-Clause)</source>
        <extracomment>app/panels/help.py</extracomment>
        <translation>Búsqueda de lo más cercano (Apache 2.0, BSD de 3 cláusulas)</translation>
    </message>
    <message>
        <source>The catalogue (public domain, MIT)</source>
        <extracomment>app/panels/help.py</extracomment>
        <translation>El catálogo (dominio público, MIT)</translation>
    </message>
    <message>
        <source>Reading photos (MIT-CMU)</source>
        <extracomment>app/panels/help.py</extracomment>
        <translation>Lectura de fotos (MIT-CMU)</translation>
    </message>
    <message>
        <source>HEIC and RAW (libheif and LibRaw: LGPL)</source>
        <extracomment>app/panels/help.py</extracomment>
        <translation>HEIC y RAW (libheif y LibRaw: LGPL)</translation>
    </message>
    <message>
        <source>Icons (ISC)</source>
        <extracomment>app/panels/help.py</extracomment>
        <translation>Iconos (ISC)</translation>
    </message>
    <message>
        <source>Models and photos</source>
        <extracomment>app/panels/help.py</extracomment>
        <translation>Modelos y fotos</translation>
    </message>
    <message>
        <source>The built-in model</source>
        <extracomment>app/panels/help.py</extracomment>
        <translation>El modelo integrado</translation>
    </message>
    <message>
        <source>EfficientNet-Lite2 and MiniLM, taught together on Flickr8k, PASCAL VOC and COCO. Its weights are for research and private use.</source>
        <extracomment>app/panels/help.py</extracomment>
        <translation>EfficientNet-Lite2 y MiniLM, entrenados juntos con Flickr8k, PASCAL VOC y COCO. Sus pesos son para investigación y uso privado.</translation>
    </message>
    <message>
        <source>The sample photos</source>
        <extracomment>app/panels/help.py</extracomment>
        <translation>Las fotos de muestra</translation>
    </message>
    <message>
        <source>CC0, public domain, CC BY and CC BY-SA; each names its author and licence.</source>
        <extracomment>app/panels/help.py</extracomment>
        <translation>CC0, dominio público, CC BY y CC BY-SA; cada una indica su autor y su licencia.</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>Add folder…</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Añadir carpeta…</translation>
    </message>
    <message>
        <source>Choose a folder with photos</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Elegir una carpeta con fotos</translation>
    </message>
    <message>
        <source>Try with sample photos</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Probar con fotos de muestra</translation>
    </message>
    <message>
        <source>Add a few dozen photos that come with Recollect</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Añadir unas decenas de fotos que vienen con Recollect</translation>
    </message>
    <message>
        <source>What is new on this card?</source>
        <extracomment>app/actions.py</extracomment>
        <translation>¿Qué hay nuevo en esta tarjeta?</translation>
    </message>
    <message>
        <source>See which photos you already have</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Ver qué fotos ya están en la biblioteca</translation>
    </message>
    <message>
        <source>Look for new photos</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Buscar fotos nuevas</translation>
    </message>
    <message>
        <source>Look over all folders now</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Revisar ahora todas las carpetas</translation>
    </message>
    <message>
        <source>Settings</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>How Recollect works and looks</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Funcionamiento y aspecto de Recollect</translation>
    </message>
    <message>
        <source>Quit</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Salir</translation>
    </message>
    <message>
        <source>Close Recollect</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Cerrar Recollect</translation>
    </message>
    <message>
        <source>Back</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>To the question before</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Ir a la búsqueda anterior</translation>
    </message>
    <message>
        <source>Forward</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Adelante</translation>
    </message>
    <message>
        <source>To the question after</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Ir a la búsqueda siguiente</translation>
    </message>
    <message>
        <source>Copy</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Copy the chosen photos as files</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Copiar las fotos seleccionadas como archivos</translation>
    </message>
    <message>
        <source>Copy as image</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Copiar como imagen</translation>
    </message>
    <message>
        <source>Copy the photo&apos;s picture, for a letter or a chat</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Copiar la imagen de la foto, para una carta o un chat</translation>
    </message>
    <message>
        <source>Copy path</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Copiar ruta</translation>
    </message>
    <message>
        <source>Copy where the chosen photos are</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Copiar la ubicación de las fotos seleccionadas</translation>
    </message>
    <message>
        <source>Paste</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Pegar</translation>
    </message>
    <message>
        <source>Search with the picture you copied</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Buscar con la imagen copiada</translation>
    </message>
    <message>
        <source>Select all</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Seleccionar todo</translation>
    </message>
    <message>
        <source>Choose all photos shown</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Seleccionar todas las fotos mostradas</translation>
    </message>
    <message>
        <source>Search</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Type what you look for</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Escribir lo que se busca</translation>
    </message>
    <message>
        <source>Save this search</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Guardar esta búsqueda</translation>
    </message>
    <message>
        <source>Keep it in the side bar</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Conservarla en la barra lateral</translation>
    </message>
    <message>
        <source>History</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Historial</translation>
    </message>
    <message>
        <source>What you asked before</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Búsquedas anteriores</translation>
    </message>
    <message>
        <source>Larger</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Más grandes</translation>
    </message>
    <message>
        <source>Make thumbnails larger</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Agrandar las miniaturas</translation>
    </message>
    <message>
        <source>Smaller</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Más pequeñas</translation>
    </message>
    <message>
        <source>Make thumbnails smaller</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Reducir las miniaturas</translation>
    </message>
    <message>
        <source>Side bar</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Barra lateral</translation>
    </message>
    <message>
        <source>Show or hide the side bar</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Mostrar u ocultar la barra lateral</translation>
    </message>
    <message>
        <source>Filters</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Filtros</translation>
    </message>
    <message>
        <source>Show what the photos can be narrowed by</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Mostrar con qué se pueden filtrar las fotos</translation>
    </message>
    <message>
        <source>Timeline</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Cronología</translation>
    </message>
    <message>
        <source>Show the matches over the years</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Mostrar los resultados a lo largo de los años</translation>
    </message>
    <message>
        <source>Outlines</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Contornos</translation>
    </message>
    <message>
        <source>Outline the part that a photo was found by</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Marcar el contorno de la parte por la que se encontró la foto</translation>
    </message>
    <message>
        <source>Show the rest</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Mostrar el resto</translation>
    </message>
    <message>
        <source>Show photos that match less, too</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Mostrar también las fotos que coinciden menos</translation>
    </message>
    <message>
        <source>Full screen</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Pantalla completa</translation>
    </message>
    <message>
        <source>Use the whole screen</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Usar toda la pantalla</translation>
    </message>
    <message>
        <source>Open</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Look at the photo</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Ver la foto</translation>
    </message>
    <message>
        <source>Quick preview</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Vista rápida</translation>
    </message>
    <message>
        <source>Show the photo large, as long as you like</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Mostrar la foto en grande el tiempo que se quiera</translation>
    </message>
    <message>
        <source>Regions</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Regiones</translation>
    </message>
    <message>
        <source>Click a part of the photo to learn what it is, and find more of it</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Haga clic en una parte de la foto para saber qué es y encontrar más</translation>
    </message>
    <message>
        <source>Why this matched</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Por qué coincide</translation>
    </message>
    <message>
        <source>Show which parts of the photo agree with your words</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Mostrar qué partes de la foto coinciden con sus palabras</translation>
    </message>
    <message>
        <source>Compare</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Comparar</translation>
    </message>
    <message>
        <source>Two to four photos side by side</source>
        <extracomment>app/actions.py</extracomment>
        <translation>De dos a cuatro fotos, una junto a otra</translation>
    </message>
    <message>
        <source>Open in another program</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Abrir en otro programa</translation>
    </message>
    <message>
        <source>Open the photo in the program you use for pictures</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Abrir la foto en el programa habitual para imágenes</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Mostrar en la carpeta</translation>
    </message>
    <message>
        <source>Open the folder with this photo chosen</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Abrir la carpeta con esta foto seleccionada</translation>
    </message>
    <message>
        <source>Find similar</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Buscar similares</translation>
    </message>
    <message>
        <source>Find photos that look like this one</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Buscar fotos que se parecen a esta</translation>
    </message>
    <message>
        <source>More like this</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Más como esta</translation>
    </message>
    <message>
        <source>Move the question towards this photo</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Acercar la búsqueda a esta foto</translation>
    </message>
    <message>
        <source>Less like this</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Menos como esta</translation>
    </message>
    <message>
        <source>Move the question away from this photo</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Alejar la búsqueda de esta foto</translation>
    </message>
    <message>
        <source>Favourite</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Favorita</translation>
    </message>
    <message>
        <source>Mark as a favourite, or no longer</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Marcar como favorita o dejar de hacerlo</translation>
    </message>
    <message>
        <source>Hide this photo</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Ocultar esta foto</translation>
    </message>
    <message>
        <source>Leave it out of the results; type is:hidden to see it</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Dejarla fuera de los resultados; con is:hidden se vuelve a ver</translation>
    </message>
    <message>
        <source>Exclude this folder</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Excluir esta carpeta</translation>
    </message>
    <message>
        <source>Leave the photo&apos;s folder out of the library</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Dejar fuera de la biblioteca la carpeta de la foto</translation>
    </message>
    <message>
        <source>Move to trash</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Mover a la papelera</translation>
    </message>
    <message>
        <source>Move the file to the system&apos;s trash; asks first</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Mover el archivo a la papelera del sistema; pregunta antes</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Duplicados</translation>
    </message>
    <message>
        <source>Find photos you have twice</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Buscar fotos que están dos veces</translation>
    </message>
    <message>
        <source>Problems</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Problemas</translation>
    </message>
    <message>
        <source>Files that could not be read</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Archivos que no se pudieron leer</translation>
    </message>
    <message>
        <source>Library health</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Estado de la biblioteca</translation>
    </message>
    <message>
        <source>Check, repair, back up</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Comprobar, reparar, copiar</translation>
    </message>
    <message>
        <source>Models</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Modelos</translation>
    </message>
    <message>
        <source>What reads your photos and words</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Lo que lee las fotos y las palabras</translation>
    </message>
    <message>
        <source>Help</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Ayuda</translation>
    </message>
    <message>
        <source>How to search, shortcuts, privacy</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Cómo buscar, atajos, privacidad</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Atajos</translation>
    </message>
    <message>
        <source>List all keys</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Mostrar todas las teclas</translation>
    </message>
    <message>
        <source>Privacy</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Privacidad</translation>
    </message>
    <message>
        <source>Every use of the network</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Todos los usos de la red</translation>
    </message>
    <message>
        <source>About Recollect</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Acerca de Recollect</translation>
    </message>
    <message>
        <source>Version and licence</source>
        <extracomment>app/actions.py</extracomment>
        <translation>Versión y licencia</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <extracomment>app/actions.py</extracomment>
        <translation>&amp;Archivo</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <extracomment>app/actions.py</extracomment>
        <translation>&amp;Edición</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <extracomment>app/actions.py</extracomment>
        <translation>&amp;Ver</translation>
    </message>
    <message>
        <source>&amp;Photo</source>
        <extracomment>app/actions.py</extracomment>
        <translation>&amp;Foto</translation>
    </message>
    <message>
        <source>&amp;Library</source>
        <extracomment>app/actions.py</extracomment>
        <translation>&amp;Biblioteca</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <extracomment>app/actions.py</extracomment>
        <translation>A&amp;yuda</translation>
    </message>
</context>
<context>
    <name>Alternative</name>
    <message>
        <source>{percent} likely. Find photos of “{name}”</source>
        <extracomment>app/viewer/region_card.py</extracomment>
        <translation>{percent} probable. Buscar fotos de «{name}»</translation>
    </message>
</context>
<context>
    <name>Canvas</name>
    <message>
        <source>Photo</source>
        <extracomment>app/viewer/canvas.py</extracomment>
        <translation>Foto</translation>
    </message>
</context>
<context>
    <name>Card</name>
    <message>
        <source>The chosen part</source>
        <extracomment>app/viewer/region_card.py</extracomment>
        <translation>La parte elegida</translation>
    </message>
    <message>
        <source>Choose nothing</source>
        <extracomment>app/viewer/region_card.py</extracomment>
        <translation>No elegir nada</translation>
    </message>
    <message>
        <source>Esc</source>
        <extracomment>app/viewer/region_card.py</extracomment>
        <translation>Esc</translation>
    </message>
    <message>
        <source>It may also be</source>
        <extracomment>app/viewer/region_card.py</extracomment>
        <translation>También puede ser</translation>
    </message>
    <message>
        <source>Find photos with this</source>
        <extracomment>app/viewer/region_card.py</extracomment>
        <translation>Buscar fotos con esto</translation>
    </message>
    <message>
        <source>Search for this part instead of what was asked (Enter)</source>
        <extracomment>app/viewer/region_card.py</extracomment>
        <translation>Buscar esta parte en lugar de lo preguntado (Intro)</translation>
    </message>
    <message>
        <source>Add to the question</source>
        <extracomment>app/viewer/region_card.py</extracomment>
        <translation>Añadir a la pregunta</translation>
    </message>
    <message>
        <source>Ask for photos with this part, and for what was asked before</source>
        <extracomment>app/viewer/region_card.py</extracomment>
        <translation>Buscar fotos con esta parte y con lo preguntado antes</translation>
    </message>
    <message>
        <source>Your box</source>
        <extracomment>app/viewer/region_card.py</extracomment>
        <translation>Su recuadro</translation>
    </message>
    <message>
        <source>Looking…</source>
        <extracomment>app/viewer/region_card.py</extracomment>
        <translation>Mirando…</translation>
    </message>
    <message>
        <source>No word of the list fits well</source>
        <extracomment>app/viewer/region_card.py</extracomment>
        <translation>Ninguna palabra de la lista encaja bien</translation>
    </message>
    <message>
        <source>{percent} of the photo</source>
        <extracomment>app/viewer/region_card.py</extracomment>
        <translation>{percent} de la foto</translation>
    </message>
    <message>
        <source>Nearest words</source>
        <extracomment>app/viewer/region_card.py</extracomment>
        <translation>Palabras más cercanas</translation>
    </message>
    <message numerus="yes">
        <source>%Ln part(s)</source>
        <extracomment>app/viewer/region_card.py</extracomment>
        <translation>
            <numerusform>%Ln parte</numerusform>
            <numerusform>%Ln partes</numerusform>
        </translation>
    </message>
    <message>
        <source>Compares what is cut out here with whole photos.</source>
        <extracomment>app/viewer/region_card.py</extracomment>
        <translation>Compara el recorte con fotos enteras.</translation>
    </message>
    <message>
        <source>Compares with the parts of your photos.</source>
        <extracomment>app/viewer/region_card.py</extracomment>
        <translation>Compara con las partes de sus fotos.</translation>
    </message>
    <message numerus="yes">
        <source>Compares with the parts of %Ln photo(s) looked into so far.</source>
        <extracomment>app/viewer/region_card.py</extracomment>
        <translation>
            <numerusform>Compara con las partes de la %Ln foto vista por dentro hasta ahora.</numerusform>
            <numerusform>Compara con las partes de las %Ln fotos vistas por dentro hasta ahora.</numerusform>
        </translation>
    </message>
    <message>
        <source>under {percent}</source>
        <extracomment>app/viewer/region_card.py</extracomment>
        <translation>menos del {percent}</translation>
    </message>
    <message>
        <source>Very sure</source>
        <extracomment>app/viewer/region_card.py</extracomment>
        <translation>Muy seguro</translation>
    </message>
    <message>
        <source>Fairly sure</source>
        <extracomment>app/viewer/region_card.py</extracomment>
        <translation>Bastante seguro</translation>
    </message>
    <message>
        <source>Perhaps</source>
        <extracomment>app/viewer/region_card.py</extracomment>
        <translation>Quizá</translation>
    </message>
    <message>
        <source>Unclear</source>
        <extracomment>app/viewer/region_card.py</extracomment>
        <translation>No está claro</translation>
    </message>
</context>
<context>
    <name>CardPage</name>
    <message>
        <source>Looking at the card</source>
        <extracomment>app/panels/card.py</extracomment>
        <translation>Examinando la tarjeta</translation>
    </message>
    <message>
        <source>Add this folder</source>
        <extracomment>app/panels/card.py</extracomment>
        <translation>Añadir esta carpeta</translation>
    </message>
    <message>
        <source>Watch this folder: its new photos become part of the library</source>
        <extracomment>app/panels/card.py</extracomment>
        <translation>Supervisar esta carpeta: sus fotos nuevas pasan a la biblioteca</translation>
    </message>
    <message>
        <source>Copy the list of new photos</source>
        <extracomment>app/panels/card.py</extracomment>
        <translation>Copiar la lista de fotos nuevas</translation>
    </message>
    <message>
        <source>Copy where the new photos are, as text</source>
        <extracomment>app/panels/card.py</extracomment>
        <translation>Copiar como texto la ubicación de las fotos nuevas</translation>
    </message>
    <message>
        <source>Look at another</source>
        <extracomment>app/panels/card.py</extracomment>
        <translation>Examinar otra</translation>
    </message>
    <message>
        <source>Choose another folder or card</source>
        <extracomment>app/panels/card.py</extracomment>
        <translation>Elegir otra carpeta o tarjeta</translation>
    </message>
    <message>
        <source>Counting photos: {count}</source>
        <extracomment>app/panels/card.py</extracomment>
        <translation>Contando fotos: {count}</translation>
    </message>
    <message>
        <source>Looking at {done} of {total}</source>
        <extracomment>app/panels/card.py</extracomment>
        <translation>Examinando {done} de {total}</translation>
    </message>
    <message>
        <source>There are no photos in this folder.</source>
        <extracomment>app/panels/card.py</extracomment>
        <translation>No hay fotos en esta carpeta.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln new</source>
        <extracomment>app/panels/card.py</extracomment>
        <translation>
            <numerusform>%Ln nueva</numerusform>
            <numerusform>%Ln nuevas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln already here</source>
        <extracomment>app/panels/card.py</extracomment>
        <translation>
            <numerusform>%Ln ya en la biblioteca</numerusform>
            <numerusform>%Ln ya en la biblioteca</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln the library has in another size</source>
        <extracomment>app/panels/card.py</extracomment>
        <translation>
            <numerusform>%Ln en la biblioteca con otro tamaño</numerusform>
            <numerusform>%Ln en la biblioteca con otro tamaño</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln unreadable</source>
        <extracomment>app/panels/card.py</extracomment>
        <translation>
            <numerusform>%Ln ilegible</numerusform>
            <numerusform>%Ln ilegibles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln photo(s)</source>
        <extracomment>app/panels/card.py</extracomment>
        <translation>
            <numerusform>%Ln foto</numerusform>
            <numerusform>%Ln fotos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CardWall</name>
    <message>
        <source>Photos of the card</source>
        <extracomment>app/panels/card_wall.py</extracomment>
        <translation>Fotos de la tarjeta</translation>
    </message>
    <message>
        <source>New</source>
        <extracomment>app/panels/card_wall.py</extracomment>
        <translation>Nuevas</translation>
    </message>
    <message>
        <source>In the library in another size</source>
        <extracomment>app/panels/card_wall.py</extracomment>
        <translation>En la biblioteca con otro tamaño</translation>
    </message>
    <message>
        <source>Already here</source>
        <extracomment>app/panels/card_wall.py</extracomment>
        <translation>Ya en la biblioteca</translation>
    </message>
    <message>
        <source>Could not be read</source>
        <extracomment>app/panels/card_wall.py</extracomment>
        <translation>No se pudieron leer</translation>
    </message>
    <message>
        <source>In the library: {place}. Click to show it.</source>
        <extracomment>app/panels/card_wall.py</extracomment>
        <translation>En la biblioteca: {place}. Clic para mostrarla.</translation>
    </message>
</context>
<context>
    <name>Chip</name>
    <message>
        <source>Take this out of the question (Esc)</source>
        <extracomment>app/query_bar/chips.py</extracomment>
        <translation>Quitar de la búsqueda (Esc)</translation>
    </message>
    <message>
        <source>Parts of photos like this: {part} in {name}</source>
        <extracomment>app/query_bar/chips.py</extracomment>
        <translation>Partes de fotos como esta: {part} en {name}</translation>
    </message>
    <message>
        <source>Less like: {what}</source>
        <extracomment>app/query_bar/chips.py</extracomment>
        <translation>Menos como: {what}</translation>
    </message>
    <message>
        <source>Ask for more of it</source>
        <extracomment>app/query_bar/chips.py</extracomment>
        <translation>Pedir más de esto</translation>
    </message>
    <message>
        <source>Ask for less of it</source>
        <extracomment>app/query_bar/chips.py</extracomment>
        <translation>Pedir menos de esto</translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <extracomment>app/query_bar/chips.py</extracomment>
        <translation>Quitar {name}</translation>
    </message>
    <message>
        <source>The wheel makes it count more or less</source>
        <extracomment>app/query_bar/chips.py</extracomment>
        <translation>La rueda del ratón le da más o menos peso</translation>
    </message>
    <message>
        <source>Similar to</source>
        <extracomment>app/query_bar/chips.py</extracomment>
        <translation>Similar a</translation>
    </message>
    <message>
        <source>Part</source>
        <extracomment>app/query_bar/chips.py</extracomment>
        <translation>Parte</translation>
    </message>
    <message>
        <source>Name</source>
        <extracomment>app/query_bar/chips.py</extracomment>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>In</source>
        <extracomment>app/query_bar/chips.py</extracomment>
        <translation>En</translation>
    </message>
    <message>
        <source>After</source>
        <extracomment>app/query_bar/chips.py</extracomment>
        <translation>Desde</translation>
    </message>
    <message>
        <source>Before</source>
        <extracomment>app/query_bar/chips.py</extracomment>
        <translation>Antes de</translation>
    </message>
    <message>
        <source>Date</source>
        <extracomment>app/query_bar/chips.py</extracomment>
        <translation>Fecha</translation>
    </message>
    <message>
        <source>Added</source>
        <extracomment>app/query_bar/chips.py</extracomment>
        <translation>Añadida</translation>
    </message>
    <message>
        <source>Type</source>
        <extracomment>app/query_bar/chips.py</extracomment>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Camera</source>
        <extracomment>app/query_bar/chips.py</extracomment>
        <translation>Cámara</translation>
    </message>
    <message>
        <source>Lens</source>
        <extracomment>app/query_bar/chips.py</extracomment>
        <translation>Objetivo</translation>
    </message>
    <message>
        <source>Shape</source>
        <extracomment>app/query_bar/chips.py</extracomment>
        <translation>Orientación</translation>
    </message>
    <message>
        <source>Size</source>
        <extracomment>app/query_bar/chips.py</extracomment>
        <translation>Tamaño</translation>
    </message>
    <message>
        <source>Megapixels</source>
        <extracomment>app/query_bar/chips.py</extracomment>
        <translation>Megapíxeles</translation>
    </message>
    <message>
        <source>Near</source>
        <extracomment>app/query_bar/chips.py</extracomment>
        <translation>Cerca de</translation>
    </message>
    <message>
        <source>Has</source>
        <extracomment>app/query_bar/chips.py</extracomment>
        <translation>Tiene</translation>
    </message>
    <message>
        <source>Is</source>
        <extracomment>app/query_bar/chips.py</extracomment>
        <translation>Es</translation>
    </message>
    <message>
        <source>Keyword</source>
        <extracomment>app/query_bar/chips.py</extracomment>
        <translation>Palabra clave</translation>
    </message>
    <message>
        <source>part of {name}</source>
        <extracomment>app/query_bar/faces.py</extracomment>
        <translation>parte de {name}</translation>
    </message>
    <message>
        <source>Similar to {name}</source>
        <extracomment>app/query_bar/chips.py</extracomment>
        <translation>Similar a {name}</translation>
    </message>
</context>
<context>
    <name>Compare</name>
    <message>
        <source>Back to the photos</source>
        <extracomment>app/viewer/compare.py</extracomment>
        <translation>Volver a las fotos</translation>
    </message>
    <message>
        <source>Esc</source>
        <extracomment>app/viewer/compare.py</extracomment>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Compare</source>
        <extracomment>app/viewer/compare.py</extracomment>
        <translation>Comparar</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <extracomment>app/viewer/compare.py</extracomment>
        <translation>Alejar</translation>
    </message>
    <message>
        <source>Between the whole photos and 100 % (0, 1)</source>
        <extracomment>app/viewer/compare.py</extracomment>
        <translation>Entre las fotos completas y el 100 % (0, 1)</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <extracomment>app/viewer/compare.py</extracomment>
        <translation>Acercar</translation>
    </message>
    <message>
        <source>Zoom and move together</source>
        <extracomment>app/viewer/compare.py</extracomment>
        <translation>Ampliar y mover a la vez</translation>
    </message>
    <message>
        <source>Compare photos</source>
        <extracomment>app/viewer/compare.py</extracomment>
        <translation>Comparar fotos</translation>
    </message>
    <message>
        <source>Fit</source>
        <extracomment>app/viewer/compare.py</extracomment>
        <translation>Ajustar</translation>
    </message>
    <message>
        <source>Zoom: {scale}</source>
        <extracomment>app/viewer/compare.py</extracomment>
        <translation>Zoom: {scale}</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>Something went wrong</source>
        <extracomment>app/crash.py</extracomment>
        <translation>Algo ha fallado</translation>
    </message>
    <message>
        <source>Recollect has made a mistake</source>
        <extracomment>app/crash.py</extracomment>
        <translation>Recollect ha cometido un error</translation>
    </message>
    <message>
        <source>Your photos and your library are safe. You can go on, but starting again is wiser. The details help the developers; they may hold names of your folders.</source>
        <extracomment>app/crash.py</extracomment>
        <translation>Las fotos y la biblioteca están a salvo. Se puede continuar, pero es más prudente reiniciar. Los detalles ayudan a los desarrolladores; pueden contener nombres de carpetas.</translation>
    </message>
    <message>
        <source>Details</source>
        <extracomment>app/crash.py</extracomment>
        <translation>Detalles</translation>
    </message>
    <message>
        <source>Copy</source>
        <extracomment>app/crash.py</extracomment>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Copy the details</source>
        <extracomment>app/crash.py</extracomment>
        <translation>Copiar los detalles</translation>
    </message>
    <message>
        <source>Continue</source>
        <extracomment>app/crash.py</extracomment>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Restart Recollect</source>
        <extracomment>app/crash.py</extracomment>
        <translation>Reiniciar Recollect</translation>
    </message>
</context>
<context>
    <name>DropGuide</name>
    <message>
        <source>Drop folders to add them, or a picture to find similar photos</source>
        <extracomment>app/dropping.py</extracomment>
        <translation>Suelta aquí carpetas para añadirlas, o una imagen para buscar fotos similares</translation>
    </message>
</context>
<context>
    <name>DuplicateWall</name>
    <message>
        <source>Groups of photos</source>
        <extracomment>app/panels/duplicate_wall.py</extracomment>
        <translation>Grupos de fotos</translation>
    </message>
    <message numerus="yes">
        <source>Move %Ln to the trash</source>
        <extracomment>app/panels/duplicate_wall.py</extracomment>
        <translation>
            <numerusform>Mover %Ln a la papelera</numerusform>
            <numerusform>Mover %Ln a la papelera</numerusform>
        </translation>
    </message>
    <message>
        <source>Move to the trash</source>
        <extracomment>app/panels/duplicate_wall.py</extracomment>
        <translation>Mover a la papelera</translation>
    </message>
    <message>
        <source>Compare</source>
        <extracomment>app/panels/duplicate_wall.py</extracomment>
        <translation>Comparar</translation>
    </message>
    <message>
        <source>Not duplicates</source>
        <extracomment>app/panels/duplicate_wall.py</extracomment>
        <translation>No son duplicados</translation>
    </message>
    <message>
        <source>Largest</source>
        <extracomment>app/panels/duplicate_wall.py</extracomment>
        <translation>La más grande</translation>
    </message>
    <message>
        <source>Most detail</source>
        <extracomment>app/panels/duplicate_wall.py</extracomment>
        <translation>Con más detalle</translation>
    </message>
    <message>
        <source>Oldest</source>
        <extracomment>app/panels/duplicate_wall.py</extracomment>
        <translation>La más antigua</translation>
    </message>
    <message>
        <source>Original name</source>
        <extracomment>app/panels/duplicate_wall.py</extracomment>
        <translation>Nombre original</translation>
    </message>
    <message>
        <source>Favourite</source>
        <extracomment>app/panels/duplicate_wall.py</extracomment>
        <translation>Favorita</translation>
    </message>
    <message>
        <source>Keep</source>
        <extracomment>app/panels/duplicate_wall.py</extracomment>
        <translation>Conservar</translation>
    </message>
    <message>
        <source>to the trash</source>
        <extracomment>app/panels/duplicate_wall.py</extracomment>
        <translation>a la papelera</translation>
    </message>
    <message>
        <source>stays</source>
        <extracomment>app/panels/duplicate_wall.py</extracomment>
        <translation>se queda</translation>
    </message>
    <message>
        <source>group {number} of {count}</source>
        <extracomment>app/panels/duplicate_wall.py</extracomment>
        <translation>grupo {number} de {count}</translation>
    </message>
    <message>
        <source>This photo&apos;s drive is not connected.</source>
        <extracomment>app/panels/duplicate_wall.py</extracomment>
        <translation>La unidad de esta foto no está conectada.</translation>
    </message>
    <message>
        <source>See these photos side by side (C)</source>
        <extracomment>app/panels/duplicate_wall.py</extracomment>
        <translation>Ver estas fotos una junto a otra (C)</translation>
    </message>
    <message>
        <source>Do not show this group again (N)</source>
        <extracomment>app/panels/duplicate_wall.py</extracomment>
        <translation>No volver a mostrar este grupo (N)</translation>
    </message>
    <message>
        <source>Move the photos marked Trash to the trash (Del)</source>
        <extracomment>app/panels/duplicate_wall.py</extracomment>
        <translation>Mover a la papelera las fotos marcadas con «Papelera» (Supr)</translation>
    </message>
    <message>
        <source>This photo stays (Space)</source>
        <extracomment>app/panels/duplicate_wall.py</extracomment>
        <translation>Esta foto se queda (Espacio)</translation>
    </message>
    <message>
        <source>This photo is to go to the trash (Space)</source>
        <extracomment>app/panels/duplicate_wall.py</extracomment>
        <translation>Esta foto irá a la papelera (Espacio)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln photo(s)</source>
        <extracomment>app/panels/duplicate_wall.py</extracomment>
        <translation>
            <numerusform>%Ln foto</numerusform>
            <numerusform>%Ln fotos</numerusform>
        </translation>
    </message>
    <message>
        <source>{size} could be freed</source>
        <extracomment>app/panels/duplicate_wall.py</extracomment>
        <translation>Se podrían liberar {size}</translation>
    </message>
    <message>
        <source>Trash</source>
        <extracomment>app/panels/duplicate_wall.py</extracomment>
        <translation>Papelera</translation>
    </message>
</context>
<context>
    <name>DuplicatesPage</name>
    <message>
        <source>Looking for duplicates</source>
        <extracomment>app/panels/duplicates.py</extracomment>
        <translation>Buscando duplicados</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <extracomment>app/panels/duplicates.py</extracomment>
        <translation>Duplicados</translation>
    </message>
    <message>
        <source>Look for duplicates</source>
        <extracomment>app/panels/duplicates.py</extracomment>
        <translation>Buscar duplicados</translation>
    </message>
    <message>
        <source>Compare all photos of the library again</source>
        <extracomment>app/panels/duplicates.py</extracomment>
        <translation>Volver a comparar todas las fotos de la biblioteca</translation>
    </message>
    <message>
        <source>Move to the trash</source>
        <extracomment>app/panels/duplicates.py</extracomment>
        <translation>Mover a la papelera</translation>
    </message>
    <message>
        <source>Move all photos marked Trash in this list to the trash</source>
        <extracomment>app/panels/duplicates.py</extracomment>
        <translation>Mover a la papelera todas las fotos de esta lista marcadas con «Papelera»</translation>
    </message>
    <message>
        <source>Same file</source>
        <extracomment>app/panels/duplicates.py</extracomment>
        <translation>Mismo archivo</translation>
    </message>
    <message>
        <source>Same picture saved again</source>
        <extracomment>app/panels/duplicates.py</extracomment>
        <translation>Misma imagen guardada de nuevo</translation>
    </message>
    <message>
        <source>Same moment</source>
        <extracomment>app/panels/duplicates.py</extracomment>
        <translation>Mismo momento</translation>
    </message>
    <message>
        <source>Look-alikes</source>
        <extracomment>app/panels/duplicates.py</extracomment>
        <translation>Parecidas</translation>
    </message>
    <message>
        <source>The very same file, stored more than once.</source>
        <extracomment>app/panels/duplicates.py</extracomment>
        <translation>Exactamente el mismo archivo, guardado más de una vez.</translation>
    </message>
    <message>
        <source>One picture in several sizes, qualities or formats.</source>
        <extracomment>app/panels/duplicates.py</extracomment>
        <translation>Una imagen en varios tamaños, calidades o formatos.</translation>
    </message>
    <message>
        <source>Taken within moments of each other. Nothing is marked for you here.</source>
        <extracomment>app/panels/duplicates.py</extracomment>
        <translation>Hechas casi en el mismo instante. Aquí no se marca nada de antemano.</translation>
    </message>
    <message>
        <source>Different photos that look much alike. Nothing is marked for you here; compare first.</source>
        <extracomment>app/panels/duplicates.py</extracomment>
        <translation>Fotos distintas que se parecen mucho. Aquí no se marca nada de antemano; conviene comparar antes.</translation>
    </message>
    <message>
        <source>Getting ready to compare</source>
        <extracomment>app/panels/duplicates.py</extracomment>
        <translation>Preparando la comparación</translation>
    </message>
    <message>
        <source>Comparing {done} of {total}</source>
        <extracomment>app/panels/duplicates.py</extracomment>
        <translation>Comparando {done} de {total}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln group(s)</source>
        <extracomment>app/panels/duplicates.py</extracomment>
        <translation>
            <numerusform>%Ln grupo</numerusform>
            <numerusform>%Ln grupos</numerusform>
        </translation>
    </message>
    <message>
        <source>Find photos you have more than once</source>
        <extracomment>app/panels/duplicates.py</extracomment>
        <translation>Buscar fotos que están más de una vez</translation>
    </message>
    <message>
        <source>Recollect compares what it knows of your photos. You decide what goes to the trash.</source>
        <extracomment>app/panels/duplicates.py</extracomment>
        <translation>Recollect compara lo que sabe de las fotos. Nada va a la papelera por sí solo.</translation>
    </message>
    <message>
        <source>No duplicates</source>
        <extracomment>app/panels/duplicates.py</extracomment>
        <translation>No hay duplicados</translation>
    </message>
    <message>
        <source>Every photo in your library is there only once.</source>
        <extracomment>app/panels/duplicates.py</extracomment>
        <translation>Cada foto está una sola vez en la biblioteca.</translation>
    </message>
    <message>
        <source>Look again</source>
        <extracomment>app/panels/duplicates.py</extracomment>
        <translation>Buscar de nuevo</translation>
    </message>
    <message>
        <source>None of this kind</source>
        <extracomment>app/panels/duplicates.py</extracomment>
        <translation>Ninguno de este tipo</translation>
    </message>
    <message numerus="yes">
        <source>%Ln photo(s)</source>
        <extracomment>app/panels/duplicates.py</extracomment>
        <translation>
            <numerusform>%Ln foto</numerusform>
            <numerusform>%Ln fotos</numerusform>
        </translation>
    </message>
    <message>
        <source>{photos}, {size} to the trash</source>
        <extracomment>app/panels/duplicates.py</extracomment>
        <translation>{photos}, {size} a la papelera</translation>
    </message>
    <message>
        <source>Nothing is marked for the trash</source>
        <extracomment>app/panels/duplicates.py</extracomment>
        <translation>No hay nada marcado para la papelera</translation>
    </message>
    <message numerus="yes">
        <source>Move %Ln to the trash</source>
        <extracomment>app/panels/duplicates.py</extracomment>
        <translation>
            <numerusform>Mover %Ln a la papelera</numerusform>
            <numerusform>Mover %Ln a la papelera</numerusform>
        </translation>
    </message>
    <message>
        <source>One photo of a group that can be reached always stays.</source>
        <extracomment>app/panels/duplicates.py</extracomment>
        <translation>De cada grupo se queda siempre una foto accesible.</translation>
    </message>
    <message>
        <source>Compared just now</source>
        <extracomment>app/panels/duplicates.py</extracomment>
        <translation>Comparadas ahora mismo</translation>
    </message>
    <message numerus="yes">
        <source>Compared %Ln minute(s) ago</source>
        <extracomment>app/panels/duplicates.py</extracomment>
        <translation>
            <numerusform>Comparadas hace %Ln minuto</numerusform>
            <numerusform>Comparadas hace %Ln minutos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Compared %Ln hour(s) ago</source>
        <extracomment>app/panels/duplicates.py</extracomment>
        <translation>
            <numerusform>Comparadas hace %Ln hora</numerusform>
            <numerusform>Comparadas hace %Ln horas</numerusform>
        </translation>
    </message>
    <message>
        <source>Compared on {date}</source>
        <extracomment>app/panels/duplicates.py</extracomment>
        <translation>Comparadas el {date}</translation>
    </message>
</context>
<context>
    <name>Elsewhere</name>
    <message>
        <source>Choose…</source>
        <extracomment>app/panels/setting_controls.py</extracomment>
        <translation>Elegir…</translation>
    </message>
    <message>
        <source>See the models on this computer</source>
        <extracomment>app/panels/setting_controls.py</extracomment>
        <translation>Ver los modelos de este equipo</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>The file is not a picture Recollect can read.</source>
        <extracomment>photo.unreadable</extracomment>
        <translation>El archivo no es una imagen que Recollect pueda leer.</translation>
    </message>
    <message>
        <source>Open it in another program; if it opens there, save a copy as JPEG.</source>
        <extracomment>photo.unreadable</extracomment>
        <translation>Ábrelo en otro programa; si ahí se abre, guarda una copia como JPEG.</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <extracomment>photo.empty</extracomment>
        <translation>El archivo está vacío.</translation>
    </message>
    <message>
        <source>Copy it again from where it came from.</source>
        <extracomment>photo.empty</extracomment>
        <translation>Cópialo de nuevo desde su origen.</translation>
    </message>
    <message>
        <source>Recollect is not allowed to read the file.</source>
        <extracomment>photo.forbidden</extracomment>
        <translation>Recollect no tiene permiso para leer el archivo.</translation>
    </message>
    <message>
        <source>Change the file&apos;s permissions so that you can read it.</source>
        <extracomment>photo.forbidden</extracomment>
        <translation>Cambia los permisos del archivo para que se pueda leer.</translation>
    </message>
    <message>
        <source>The picture has {megapixels} megapixels, more than the {limit} Recollect opens.</source>
        <extracomment>photo.too_large</extracomment>
        <translation>La imagen tiene {megapixels} megapíxeles, más de los {limit} que abre Recollect.</translation>
    </message>
    <message>
        <source>Save a smaller copy, or raise the limit in Settings.</source>
        <extracomment>photo.too_large</extracomment>
        <translation>Guarda una copia más pequeña o aumenta el límite en Ajustes.</translation>
    </message>
    <message>
        <source>The file is {size_mb} MB, more than the {limit_mb} MB Recollect reads.</source>
        <extracomment>photo.file_too_large</extracomment>
        <translation>El archivo ocupa {size_mb} MB, más de los {limit_mb} MB que lee Recollect.</translation>
    </message>
    <message>
        <source>Save a smaller copy.</source>
        <extracomment>photo.file_too_large</extracomment>
        <translation>Guarda una copia más pequeña.</translation>
    </message>
    <message>
        <source>The file ends too early: only {percent} % of the picture is there.</source>
        <extracomment>photo.truncated</extracomment>
        <translation>El archivo termina demasiado pronto: solo contiene el {percent} % de la imagen.</translation>
    </message>
    <message>
        <source>Copy it again from the camera or a backup.</source>
        <extracomment>photo.truncated</extracomment>
        <translation>Cópialo de nuevo desde la cámara o una copia de seguridad.</translation>
    </message>
    <message>
        <source>The RAW file holds no preview picture.</source>
        <extracomment>photo.no_preview</extracomment>
        <translation>El archivo RAW no contiene imagen de vista previa.</translation>
    </message>
    <message>
        <source>Export a JPEG beside it from your RAW program.</source>
        <extracomment>photo.no_preview</extracomment>
        <translation>Exporta junto a él un JPEG desde el programa de RAW.</translation>
    </message>
    <message>
        <source>The picture is {width} × {height} pixels, too narrow to show.</source>
        <extracomment>photo.extreme_shape</extracomment>
        <translation>La imagen mide {width} × {height} píxeles: es demasiado estrecha para mostrarla.</translation>
    </message>
    <message>
        <source>Crop it to a wider shape.</source>
        <extracomment>photo.extreme_shape</extracomment>
        <translation>Recórtala con una forma más ancha.</translation>
    </message>
    <message>
        <source>The file is in the cloud and not on this computer.</source>
        <extracomment>photo.cloud_only</extracomment>
        <translation>El archivo está en la nube y no en este equipo.</translation>
    </message>
    <message>
        <source>Make it available offline, then it will be indexed.</source>
        <extracomment>photo.cloud_only</extracomment>
        <translation>Haz que esté disponible sin conexión y se indexará.</translation>
    </message>
    <message>
        <source>The encoder could not make sense of the picture.</source>
        <extracomment>photo.encode_failed</extracomment>
        <translation>El codificador no pudo interpretar la imagen.</translation>
    </message>
    <message>
        <source>It is tried again when the file or the model changes.</source>
        <extracomment>photo.encode_failed</extracomment>
        <translation>Se reintentará cuando cambie el archivo o el modelo.</translation>
    </message>
    <message>
        <source>The drive could not read the file ({detail}).</source>
        <extracomment>photo.not_read</extracomment>
        <translation>La unidad no pudo leer el archivo ({detail}).</translation>
    </message>
    <message>
        <source>Check the drive and its cable; the file is tried again at the next look.</source>
        <extracomment>photo.not_read</extracomment>
        <translation>Comprueba la unidad y su cable; el archivo se reintentará en la próxima revisión.</translation>
    </message>
    <message>
        <source>There was not enough memory to open the picture.</source>
        <extracomment>photo.no_memory</extracomment>
        <translation>No había memoria suficiente para abrir la imagen.</translation>
    </message>
    <message>
        <source>Close other programs; it is tried again at the next look.</source>
        <extracomment>photo.no_memory</extracomment>
        <translation>Cierra otros programas; se reintentará en la próxima revisión.</translation>
    </message>
    <message>
        <source>There is no photo at {path}.</source>
        <extracomment>photo.not_found</extracomment>
        <translation>No hay ninguna foto en {path}.</translation>
    </message>
    <message>
        <source>Check the path.</source>
        <extracomment>photo.not_found, model.missing</extracomment>
        <translation>Comprueba la ruta.</translation>
    </message>
    <message>
        <source>There is no folder at {path}.</source>
        <extracomment>folder.missing</extracomment>
        <translation>No hay ninguna carpeta en {path}.</translation>
    </message>
    <message>
        <source>Check the path, or connect the drive.</source>
        <extracomment>folder.missing</extracomment>
        <translation>Comprueba la ruta o conecta la unidad.</translation>
    </message>
    <message>
        <source>{path} is a file, not a folder.</source>
        <extracomment>folder.not_a_folder</extracomment>
        <translation>{path} es un archivo, no una carpeta.</translation>
    </message>
    <message>
        <source>Name the folder that holds it.</source>
        <extracomment>folder.not_a_folder</extracomment>
        <translation>Indica la carpeta que lo contiene.</translation>
    </message>
    <message>
        <source>Recollect is not allowed to look into {path}.</source>
        <extracomment>folder.forbidden</extracomment>
        <translation>Recollect no tiene permiso para abrir {path}.</translation>
    </message>
    <message>
        <source>Change the folder&apos;s permissions so that you can open it.</source>
        <extracomment>folder.forbidden</extracomment>
        <translation>Cambia los permisos de la carpeta para que se pueda abrir.</translation>
    </message>
    <message>
        <source>The folder {path} cannot be reached.</source>
        <extracomment>folder.offline</extracomment>
        <translation>No se puede acceder a la carpeta {path}.</translation>
    </message>
    <message>
        <source>Connect the drive or share; everything known of its photos is kept.</source>
        <extracomment>folder.offline</extracomment>
        <translation>Conecta la unidad o el recurso compartido; se conserva todo lo que se sabe de sus fotos.</translation>
    </message>
    <message>
        <source>{path} is not one of the library&apos;s folders.</source>
        <extracomment>folder.unknown</extracomment>
        <translation>{path} no es una carpeta de la biblioteca.</translation>
    </message>
    <message>
        <source>See the list with: recollect folders list</source>
        <extracomment>folder.unknown</extracomment>
        <translation>Consulta la lista con: recollect folders list</translation>
    </message>
    <message>
        <source>{path} is Recollect&apos;s own data folder.</source>
        <extracomment>folder.inside_library</extracomment>
        <translation>{path} es la carpeta de datos del propio Recollect.</translation>
    </message>
    <message>
        <source>Choose a folder with photos.</source>
        <extracomment>folder.inside_library</extracomment>
        <translation>Elige una carpeta con fotos.</translation>
    </message>
    <message>
        <source>The system&apos;s limit of watched folders is reached, so {path} is looked at every {seconds} s instead.</source>
        <extracomment>folder.watch_limit</extracomment>
        <translation>Se ha alcanzado el límite del sistema de carpetas supervisadas; por eso {path} se revisa cada {seconds} s.</translation>
    </message>
    <message>
        <source>Raise it with: sudo sysctl fs.inotify.max_user_watches=524288</source>
        <extracomment>folder.watch_limit</extracomment>
        <translation>Auméntalo con: sudo sysctl fs.inotify.max_user_watches=524288</translation>
    </message>
    <message>
        <source>Line {line} of what is left out cannot be read ({detail}).</source>
        <extracomment>exclude.bad_pattern</extracomment>
        <translation>La línea {line} de las exclusiones no se puede leer ({detail}).</translation>
    </message>
    <message>
        <source>Write it as in a .gitignore file, for instance: *.tmp</source>
        <extracomment>exclude.bad_pattern</extracomment>
        <translation>Escríbela como en un archivo .gitignore, por ejemplo: *.tmp</translation>
    </message>
    <message>
        <source>Line {line} of your vocabulary cannot be read ({detail}).</source>
        <extracomment>labels.bad_vocabulary</extracomment>
        <translation>La línea {line} del vocabulario no se puede leer ({detail}).</translation>
    </message>
    <message>
        <source>Write one term a line; its plural may follow after a tab.</source>
        <extracomment>labels.bad_vocabulary</extracomment>
        <translation>Escribe un término por línea; su plural puede ir después de un tabulador.</translation>
    </message>
    <message>
        <source>The list of names has no words.</source>
        <extracomment>labels.empty_vocabulary</extracomment>
        <translation>La lista de nombres no tiene palabras.</translation>
    </message>
    <message>
        <source>Write one word a line, or choose another list.</source>
        <extracomment>labels.empty_vocabulary</extracomment>
        <translation>Escriba una palabra por línea o elija otra lista.</translation>
    </message>
    <message>
        <source>The library was made by a newer Recollect (catalogue {found}, this program knows {known}).</source>
        <extracomment>catalogue.newer</extracomment>
        <translation>La biblioteca se creó con un Recollect más nuevo (catálogo {found}; este programa conoce {known}).</translation>
    </message>
    <message>
        <source>Install the newer version; nothing was changed.</source>
        <extracomment>catalogue.newer</extracomment>
        <translation>Instala la versión más nueva; no se ha cambiado nada.</translation>
    </message>
    <message>
        <source>The library&apos;s catalogue is damaged ({detail}).</source>
        <extracomment>catalogue.damaged</extracomment>
        <translation>El catálogo de la biblioteca está dañado ({detail}).</translation>
    </message>
    <message>
        <source>Run recollect check --repair: it takes the newest copy, or reads your photos anew.</source>
        <extracomment>catalogue.damaged</extracomment>
        <translation>Ejecuta recollect check --repair: usa la copia más reciente o vuelve a leer las fotos.</translation>
    </message>
    <message>
        <source>The library could not be brought to this version ({detail}). The copy made before was put back.</source>
        <extracomment>catalogue.migration_failed</extracomment>
        <translation>La biblioteca no se pudo actualizar a esta versión ({detail}). Se ha restaurado la copia hecha antes.</translation>
    </message>
    <message>
        <source>Start the earlier version, or send the file {failed} to the developers.</source>
        <extracomment>catalogue.migration_failed</extracomment>
        <translation>Abre la versión anterior o envía el archivo {failed} a los desarrolladores.</translation>
    </message>
    <message>
        <source>The library is open read-only, because {why}.</source>
        <extracomment>catalogue.read_only</extracomment>
        <translation>La biblioteca está abierta en solo lectura, porque {why}.</translation>
    </message>
    <message>
        <source>Close the program that has it open; if none has, make its folder writable.</source>
        <extracomment>catalogue.read_only</extracomment>
        <translation>Cierra el programa que la tiene abierta; si no hay ninguno, haz que se pueda escribir en su carpeta.</translation>
    </message>
    <message>
        <source>Recollect is not allowed to read the library in {path}.</source>
        <extracomment>catalogue.forbidden</extracomment>
        <translation>Recollect no tiene permiso para leer la biblioteca de {path}.</translation>
    </message>
    <message>
        <source>Change the permissions of the folder and its files, or choose another place with RECOLLECT_HOME.</source>
        <extracomment>catalogue.forbidden</extracomment>
        <translation>Cambia los permisos de la carpeta y de sus archivos o elige otro lugar con RECOLLECT_HOME.</translation>
    </message>
    <message>
        <source>The library is in use by {owner}.</source>
        <extracomment>catalogue.busy</extracomment>
        <translation>La biblioteca la está usando {owner}.</translation>
    </message>
    <message>
        <source>Close that program, or wait until it is done.</source>
        <extracomment>catalogue.busy</extracomment>
        <translation>Cierra ese programa o espera a que termine.</translation>
    </message>
    <message>
        <source>The disk with {path} cannot lock files ({detail}), so two programs could spoil the library.</source>
        <extracomment>catalogue.no_locks</extracomment>
        <translation>El disco de {path} no permite bloquear archivos ({detail}), así que dos programas podrían dañar la biblioteca.</translation>
    </message>
    <message>
        <source>Keep the library on a disk of this computer: set RECOLLECT_HOME.</source>
        <extracomment>catalogue.no_locks</extracomment>
        <translation>Guarda la biblioteca en un disco de este equipo: define RECOLLECT_HOME.</translation>
    </message>
    <message>
        <source>The disk with {path} is full ({free_mb} MB free, about {needed_mb} MB needed).</source>
        <extracomment>disk.full</extracomment>
        <translation>El disco de {path} está lleno ({free_mb} MB libres, se necesitan unos {needed_mb} MB).</translation>
    </message>
    <message>
        <source>Free some space; indexing goes on from where it stopped.</source>
        <extracomment>disk.full</extracomment>
        <translation>Libera espacio; la indexación continúa donde se detuvo.</translation>
    </message>
    <message>
        <source>Recollect is not allowed to write to {path}.</source>
        <extracomment>disk.forbidden</extracomment>
        <translation>Recollect no tiene permiso para escribir en {path}.</translation>
    </message>
    <message>
        <source>Choose another place with RECOLLECT_HOME, or change the folder&apos;s permissions.</source>
        <extracomment>disk.forbidden</extracomment>
        <translation>Elige otro lugar con RECOLLECT_HOME o cambia los permisos de la carpeta.</translation>
    </message>
    <message>
        <source>{path} is a file, so there is no room for a library.</source>
        <extracomment>library.not_a_folder</extracomment>
        <translation>{path} es un archivo, así que ahí no cabe una biblioteca.</translation>
    </message>
    <message>
        <source>Name a folder with RECOLLECT_HOME.</source>
        <extracomment>library.not_a_folder</extracomment>
        <translation>Indica una carpeta con RECOLLECT_HOME.</translation>
    </message>
    <message>
        <source>There is no model at {path}.</source>
        <extracomment>model.missing</extracomment>
        <translation>No hay ningún modelo en {path}.</translation>
    </message>
    <message>
        <source>There is no model called {name}.</source>
        <extracomment>model.unknown</extracomment>
        <translation>No hay ningún modelo llamado {name}.</translation>
    </message>
    <message>
        <source>See the list with: recollect models list</source>
        <extracomment>model.unknown</extracomment>
        <translation>Consulta la lista con: recollect models list</translation>
    </message>
    <message>
        <source>{path} is not a model that reads both photos and words ({detail}).</source>
        <extracomment>model.not_a_dual_encoder</extracomment>
        <translation>{path} no es un modelo que lea tanto fotos como palabras ({detail}).</translation>
    </message>
    <message>
        <source>Choose a CLIP, ALIGN, GroupViT, SigLIP or similar folder saved by transformers.</source>
        <extracomment>model.not_a_dual_encoder</extracomment>
        <translation>Elige una carpeta de CLIP, ALIGN, GroupViT, SigLIP o similar guardada por transformers.</translation>
    </message>
    <message>
        <source>{path} is not a model that sees the parts of a photo ({detail}).</source>
        <extracomment>model.not_a_segmenter</extracomment>
        <translation>{path} no es un modelo que vea las partes de una foto ({detail}).</translation>
    </message>
    <message>
        <source>Choose a GroupViT folder saved by transformers.</source>
        <extracomment>model.not_a_segmenter</extracomment>
        <translation>Elige una carpeta de GroupViT guardada por transformers.</translation>
    </message>
    <message>
        <source>There is no model on this computer that sees the parts of a photo.</source>
        <extracomment>model.segmenter_missing</extracomment>
        <translation>En este ordenador no hay ningún modelo que vea las partes de una foto.</translation>
    </message>
    <message>
        <source>Get one on the Models page.</source>
        <extracomment>model.segmenter_missing</extracomment>
        <translation>Obtenga uno en la página Modelos.</translation>
    </message>
    <message>
        <source>{name} cannot tell where in a photo it sees something.</source>
        <extracomment>model.no_map</extracomment>
        <translation>{name} no puede decir en qué lugar de una foto ve algo.</translation>
    </message>
    <message>
        <source>Choose another model on the Models page.</source>
        <extracomment>model.no_map</extracomment>
        <translation>Elija otro en la página Modelos.</translation>
    </message>
    <message>
        <source>{name} could not be downloaded ({detail}).</source>
        <extracomment>model.download</extracomment>
        <translation>No se pudo descargar {name} ({detail}).</translation>
    </message>
    <message>
        <source>Check the connection and try again; what has arrived is kept.</source>
        <extracomment>model.download</extracomment>
        <translation>Compruebe la conexión e inténtelo de nuevo; lo que ha llegado se conserva.</translation>
    </message>
    <message>
        <source>The weights in {path} are not in the safetensors format.</source>
        <extracomment>model.unsafe</extracomment>
        <translation>Los pesos de {path} no están en formato safetensors.</translation>
    </message>
    <message>
        <source>Convert them to safetensors; other formats can run code and are refused.</source>
        <extracomment>model.unsafe</extracomment>
        <translation>Conviértelos a safetensors; otros formatos pueden ejecutar código y se rechazan.</translation>
    </message>
    <message>
        <source>The model in {path} is damaged or incomplete ({detail}).</source>
        <extracomment>model.damaged</extracomment>
        <translation>El modelo de {path} está dañado o incompleto ({detail}).</translation>
    </message>
    <message>
        <source>Download or copy it again.</source>
        <extracomment>model.damaged</extracomment>
        <translation>Descárgalo o cópialo de nuevo.</translation>
    </message>
    <message>
        <source>Recollect is not allowed to read the model in {path}.</source>
        <extracomment>model.forbidden</extracomment>
        <translation>Recollect no tiene permiso para leer el modelo de {path}.</translation>
    </message>
    <message>
        <source>Change the permissions of the folder and its files so that you can read them.</source>
        <extracomment>model.forbidden</extracomment>
        <translation>Cambia los permisos de la carpeta y de sus archivos para que se puedan leer.</translation>
    </message>
    <message>
        <source>The model in {path} wants to run its own program code.</source>
        <extracomment>model.remote_code</extracomment>
        <translation>El modelo de {path} quiere ejecutar su propio código.</translation>
    </message>
    <message>
        <source>Choose a model that transformers knows by itself.</source>
        <extracomment>model.remote_code</extracomment>
        <translation>Elige un modelo que transformers conozca de por sí.</translation>
    </message>
    <message>
        <source>The {device} ran out of memory; using smaller batches.</source>
        <extracomment>device.smaller_batches</extracomment>
        <translation>El dispositivo {device} se quedó sin memoria; se usan lotes más pequeños.</translation>
    </message>
    <message>
        <source>Nothing to do; no photo was skipped.</source>
        <extracomment>device.smaller_batches</extracomment>
        <translation>No hay que hacer nada; no se ha omitido ninguna foto.</translation>
    </message>
    <message>
        <source>The {device} ran out of memory; using the processor.</source>
        <extracomment>device.processor</extracomment>
        <translation>El dispositivo {device} se quedó sin memoria; se usa el procesador.</translation>
    </message>
    <message>
        <source>Close other programs that use it, then restart Recollect to try again.</source>
        <extracomment>device.processor</extracomment>
        <translation>Cierra otros programas que lo usen y reinicia Recollect para volver a intentarlo.</translation>
    </message>
    <message>
        <source>The {device} stopped answering; using the processor.</source>
        <extracomment>device.lost</extracomment>
        <translation>El dispositivo {device} dejó de responder; se usa el procesador.</translation>
    </message>
    <message>
        <source>Restart Recollect to try it again; no photo was skipped.</source>
        <extracomment>device.lost</extracomment>
        <translation>Reinicia Recollect para volver a intentarlo; no se ha omitido ninguna foto.</translation>
    </message>
    <message>
        <source>There is not enough memory to run the model {name}.</source>
        <extracomment>device.out_of_memory</extracomment>
        <translation>No hay memoria suficiente para ejecutar el modelo {name}.</translation>
    </message>
    <message>
        <source>Close other programs, or choose a smaller model.</source>
        <extracomment>device.out_of_memory</extracomment>
        <translation>Cierra otros programas o elige un modelo más pequeño.</translation>
    </message>
    <message>
        <source>There is no {device} on this computer.</source>
        <extracomment>device.unknown</extracomment>
        <translation>En este equipo no hay ningún dispositivo {device}.</translation>
    </message>
    <message>
        <source>Choose another device in Settings.</source>
        <extracomment>device.unknown</extracomment>
        <translation>Elige otro dispositivo en Ajustes.</translation>
    </message>
    <message>
        <source>The search index is damaged ({detail}); it is being built anew.</source>
        <extracomment>index.damaged</extracomment>
        <translation>El índice de búsqueda está dañado ({detail}); se está rehaciendo.</translation>
    </message>
    <message>
        <source>Nothing to do; search works meanwhile.</source>
        <extracomment>index.damaged</extracomment>
        <translation>No hay que hacer nada; mientras tanto la búsqueda funciona.</translation>
    </message>
    <message>
        <source>There is nothing to search for.</source>
        <extracomment>query.empty</extracomment>
        <translation>No hay nada que buscar.</translation>
    </message>
    <message>
        <source>Type what is in the photo.</source>
        <extracomment>query.empty</extracomment>
        <translation>Escribe lo que hay en la foto.</translation>
    </message>
    <message>
        <source>The query only says what should not be in the photo.</source>
        <extracomment>query.only_minus</extracomment>
        <translation>La búsqueda solo dice lo que no debe haber en la foto.</translation>
    </message>
    <message>
        <source>Add a word for what should be in it.</source>
        <extracomment>query.only_minus</extracomment>
        <translation>Añade una palabra para lo que sí debe haber.</translation>
    </message>
    <message>
        <source>Correct the query at character {position}.</source>
        <extracomment>query.mistake</extracomment>
        <translation>Corrige la búsqueda en el carácter {position}.</translation>
    </message>
    <message>
        <source>The library has no photos yet.</source>
        <extracomment>library.empty</extracomment>
        <translation>La biblioteca aún no tiene fotos.</translation>
    </message>
    <message>
        <source>Add a folder with: recollect index FOLDER</source>
        <extracomment>library.empty</extracomment>
        <translation>Añade una carpeta con: recollect index CARPETA</translation>
    </message>
    <message>
        <source>{key} cannot be {value}.</source>
        <extracomment>settings.bad_value</extracomment>
        <translation>{key} no puede ser {value}.</translation>
    </message>
    <message>
        <source>Allowed: {allowed}.</source>
        <extracomment>settings.bad_value</extracomment>
        <translation>Valores permitidos: {allowed}.</translation>
    </message>
    <message>
        <source>There is no setting called {key}.</source>
        <extracomment>settings.unknown</extracomment>
        <translation>No hay ningún ajuste llamado {key}.</translation>
    </message>
    <message>
        <source>See the list in Settings.</source>
        <extracomment>settings.unknown</extracomment>
        <translation>Consulta la lista en Ajustes.</translation>
    </message>
    <message>
        <source>{path} is not a captions file Recollect knows ({detail}).</source>
        <extracomment>evaluate.bad_captions</extracomment>
        <translation>{path} no es un archivo de pies de foto que Recollect conozca ({detail}).</translation>
    </message>
    <message>
        <source>Use Karpathy&apos;s JSON form or a plain JSON object of file to captions.</source>
        <extracomment>evaluate.bad_captions</extracomment>
        <translation>Usa el formato JSON de Karpathy o un objeto JSON sencillo que asocie cada archivo con sus pies de foto.</translation>
    </message>
    <message>
        <source>{path} is not a word list Recollect knows ({detail}).</source>
        <extracomment>evaluate.bad_words</extracomment>
        <translation>{path} no es una lista de palabras que Recollect conozca ({detail}).</translation>
    </message>
    <message>
        <source>Write it in TOML: [[word]] with a query, and a pattern where the query&apos;s own words do not do.</source>
        <extracomment>evaluate.bad_words</extracomment>
        <translation>Escríbela en TOML: [[word]] con query, y con pattern donde no basten las palabras de la búsqueda.</translation>
    </message>
    <message>
        <source>{path} is not a query list Recollect knows ({detail}).</source>
        <extracomment>evaluate.bad_queries</extracomment>
        <translation>{path} no es una lista de búsquedas que Recollect conozca ({detail}).</translation>
    </message>
    <message>
        <source>Write it in TOML: [[query]] with a text, and a pattern or absurd = true.</source>
        <extracomment>evaluate.bad_queries</extracomment>
        <translation>Escríbela en TOML: [[query]] con text, y con pattern o absurd = true.</translation>
    </message>
    <message>
        <source>{path} is not a list of names Recollect knows ({detail}).</source>
        <extracomment>evaluate.bad_names</extracomment>
        <translation>{path} no es una lista de nombres que Recollect conozca ({detail}).</translation>
    </message>
    <message>
        <source>Write one name a line, or a JSON list of names.</source>
        <extracomment>evaluate.bad_names</extracomment>
        <translation>Escribe un nombre por línea o una lista JSON de nombres.</translation>
    </message>
    <message>
        <source>{path} is not a folder of photos with masks ({detail}).</source>
        <extracomment>evaluate.bad_masks</extracomment>
        <translation>{path} no es una carpeta de fotos con máscaras ({detail}).</translation>
    </message>
    <message>
        <source>Photos are .webp files with a mask of the same name as .png; categories.json lies a folder above.</source>
        <extracomment>evaluate.bad_masks</extracomment>
        <translation>Las fotos son archivos .webp con una máscara .png del mismo nombre; categories.json está en la carpeta superior.</translation>
    </message>
    <message>
        <source>None of the photos named in {path} is in {folder}.</source>
        <extracomment>evaluate.no_photos</extracomment>
        <translation>Ninguna de las fotos nombradas en {path} está en {folder}.</translation>
    </message>
    <message>
        <source>Check the folder.</source>
        <extracomment>evaluate.no_photos</extracomment>
        <translation>Comprueba la carpeta.</translation>
    </message>
    <message>
        <source>Difficulty “{code}”.</source>
        <extracomment>unknown</extracomment>
        <translation>Dificultad «{code}».</translation>
    </message>
    <message>
        <source>Update Recollect to learn more.</source>
        <extracomment>unknown</extracomment>
        <translation>Actualiza Recollect para saber más.</translation>
    </message>
    <message>
        <source>its file cannot be written</source>
        <extracomment>why of catalogue.read_only</extracomment>
        <translation>no se puede escribir en su archivo</translation>
    </message>
    <message>
        <source>another program</source>
        <extracomment>owner of catalogue.busy</extracomment>
        <translation>otro programa</translation>
    </message>
    <message>
        <source>an embedding has a wrong length</source>
        <extracomment>detail of catalogue.damaged</extracomment>
        <translation>un vector tiene una longitud incorrecta</translation>
    </message>
    <message>
        <source>its older catalogue has to be brought up to date first</source>
        <extracomment>why of catalogue.read_only</extracomment>
        <translation>antes hay que actualizar su catálogo, que es más antiguo</translation>
    </message>
    <message>
        <source>not an ordinary file</source>
        <extracomment>detail of photo.unreadable</extracomment>
        <translation>no es un archivo corriente</translation>
    </message>
    <message>
        <source>a null character</source>
        <extracomment>detail of labels.bad_vocabulary</extracomment>
        <translation>un carácter nulo</translation>
    </message>
    <message>
        <source>half a character</source>
        <extracomment>detail of labels.bad_vocabulary</extracomment>
        <translation>medio carácter</translation>
    </message>
    <message>
        <source>longer than 100 characters</source>
        <extracomment>detail of labels.bad_vocabulary</extracomment>
        <translation>más de 100 caracteres</translation>
    </message>
    <message>
        <source>a category is written [name]</source>
        <extracomment>detail of labels.bad_vocabulary</extracomment>
        <translation>una categoría se escribe [nombre]</translation>
    </message>
    <message>
        <source>more than a term and its plural</source>
        <extracomment>detail of labels.bad_vocabulary</extracomment>
        <translation>más que una palabra y su plural</translation>
    </message>
    <message>
        <source>more than 5,000 terms</source>
        <extracomment>detail of labels.bad_vocabulary</extracomment>
        <translation>más de 5.000 palabras</translation>
    </message>
    <message>
        <source>not text in UTF-8</source>
        <extracomment>detail of labels.bad_vocabulary</extracomment>
        <translation>no es texto en UTF-8</translation>
    </message>
    <message>
        <source>it is being written to</source>
        <extracomment>detail of photo.unreadable</extracomment>
        <translation>se está escribiendo en él</translation>
    </message>
    <message>
        <source>the settings forbid the network</source>
        <extracomment>detail of model.download</extracomment>
        <translation>los ajustes prohíben la red</translation>
    </message>
    <message>
        <source>the window</source>
        <extracomment>owner of catalogue.busy</extracomment>
        <translation>la ventana</translation>
    </message>
    <message>
        <source>it sees parts only</source>
        <extracomment>detail of model.not_a_dual_encoder</extracomment>
        <translation>solo ve partes</translation>
    </message>
    <message>
        <source>no common space</source>
        <extracomment>detail of model.not_a_dual_encoder</extracomment>
        <translation>no hay un espacio común</translation>
    </message>
    <message>
        <source>no config.json</source>
        <extracomment>detail of model.not_a_dual_encoder</extracomment>
        <translation>falta config.json</translation>
    </message>
    <message>
        <source>config.json names no model_type</source>
        <extracomment>detail of</extracomment>
        <translation>config.json no indica model_type</translation>
    </message>
    <message>
        <source>A photo cannot be named here.</source>
        <extracomment>detail of query.mistake</extracomment>
        <translation>Aquí no se puede nombrar una foto.</translation>
    </message>
    <message>
        <source>tensors are missing</source>
        <extracomment>detail of model.damaged</extracomment>
        <translation>faltan tensores</translation>
    </message>
</context>
<context>
    <name>FacetRow</name>
    <message numerus="yes">
        <source>%Ln photo(s)</source>
        <extracomment>app/panels/facet_list.py</extracomment>
        <translation>
            <numerusform>%Ln foto</numerusform>
            <numerusform>%Ln fotos</numerusform>
        </translation>
    </message>
    <message>
        <source>{field} {value}, {photos}, chosen</source>
        <extracomment>app/panels/facet_list.py</extracomment>
        <translation>{field} {value}, {photos}, seleccionado</translation>
    </message>
</context>
<context>
    <name>Facts</name>
    <message>
        <source>from the camera</source>
        <extracomment>app/viewer/facts.py</extracomment>
        <translation>según la cámara</translation>
    </message>
    <message>
        <source>from the photo&apos;s description</source>
        <extracomment>app/viewer/facts.py</extracomment>
        <translation>según la descripción de la foto</translation>
    </message>
    <message>
        <source>from the file&apos;s name</source>
        <extracomment>app/viewer/facts.py</extracomment>
        <translation>según el nombre del archivo</translation>
    </message>
    <message>
        <source>from the file&apos;s date</source>
        <extracomment>app/viewer/facts.py</extracomment>
        <translation>según la fecha del archivo</translation>
    </message>
    <message>
        <source>{number} MP</source>
        <extracomment>app/viewer/facts.py</extracomment>
        <translation>{number} MP</translation>
    </message>
    <message>
        <source>N</source>
        <comment>north</comment>
        <extracomment>app/viewer/facts.py</extracomment>
        <translation>N</translation>
    </message>
    <message>
        <source>S</source>
        <comment>south</comment>
        <extracomment>app/viewer/facts.py</extracomment>
        <translation>S</translation>
    </message>
    <message>
        <source>E</source>
        <comment>east</comment>
        <extracomment>app/viewer/facts.py</extracomment>
        <translation>E</translation>
    </message>
    <message>
        <source>W</source>
        <comment>west</comment>
        <extracomment>app/viewer/facts.py</extracomment>
        <translation>O</translation>
    </message>
    <message>
        <source>{number} m above the sea</source>
        <extracomment>app/viewer/facts.py</extracomment>
        <translation>{number} m sobre el nivel del mar</translation>
    </message>
</context>
<context>
    <name>Film</name>
    <message>
        <source>Strip of photos</source>
        <extracomment>app/viewer/strip.py</extracomment>
        <translation>Tira de fotos</translation>
    </message>
</context>
<context>
    <name>FiltersDrawer</name>
    <message>
        <source>Filters</source>
        <extracomment>app/panels/filters.py</extracomment>
        <translation>Filtros</translation>
    </message>
    <message>
        <source>Clear all</source>
        <extracomment>app/panels/filters.py</extracomment>
        <translation>Quitar todos</translation>
    </message>
    <message>
        <source>Take all filters away</source>
        <extracomment>app/panels/filters.py</extracomment>
        <translation>Quitar todos los filtros</translation>
    </message>
    <message>
        <source>Close the filters (Esc)</source>
        <extracomment>app/panels/filters.py</extracomment>
        <translation>Cerrar los filtros (Esc)</translation>
    </message>
    <message>
        <source>Close the filters</source>
        <extracomment>app/panels/filters.py</extracomment>
        <translation>Cerrar los filtros</translation>
    </message>
    <message>
        <source>Date</source>
        <extracomment>app/panels/filters.py</extracomment>
        <translation>Fecha</translation>
    </message>
    <message>
        <source>Type</source>
        <extracomment>app/panels/filters.py</extracomment>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Camera</source>
        <extracomment>app/panels/filters.py</extracomment>
        <translation>Cámara</translation>
    </message>
    <message>
        <source>Folder</source>
        <extracomment>app/panels/filters.py</extracomment>
        <translation>Carpeta</translation>
    </message>
    <message>
        <source>Orientation</source>
        <extracomment>app/panels/filters.py</extracomment>
        <translation>Orientación</translation>
    </message>
    <message>
        <source>Has</source>
        <extracomment>app/panels/filters.py</extracomment>
        <translation>Tiene</translation>
    </message>
    <message>
        <source>Is</source>
        <extracomment>app/panels/filters.py</extracomment>
        <translation>Es</translation>
    </message>
    <message>
        <source>Landscape</source>
        <extracomment>app/panels/filters.py</extracomment>
        <translation>Horizontal</translation>
    </message>
    <message>
        <source>Portrait</source>
        <extracomment>app/panels/filters.py</extracomment>
        <translation>Vertical</translation>
    </message>
    <message>
        <source>Square</source>
        <extracomment>app/panels/filters.py</extracomment>
        <translation>Cuadrada</translation>
    </message>
    <message>
        <source>A place</source>
        <extracomment>app/panels/filters.py</extracomment>
        <translation>Un lugar</translation>
    </message>
    <message>
        <source>Keywords</source>
        <extracomment>app/panels/filters.py</extracomment>
        <translation>Palabras clave</translation>
    </message>
    <message>
        <source>A camera</source>
        <extracomment>app/panels/filters.py</extracomment>
        <translation>Una cámara</translation>
    </message>
    <message>
        <source>A caption</source>
        <extracomment>app/panels/filters.py</extracomment>
        <translation>Un pie de foto</translation>
    </message>
    <message>
        <source>A date</source>
        <extracomment>app/panels/filters.py</extracomment>
        <translation>Una fecha</translation>
    </message>
    <message>
        <source>A favourite</source>
        <extracomment>app/panels/filters.py</extracomment>
        <translation>Favorita</translation>
    </message>
    <message>
        <source>RAW</source>
        <extracomment>app/panels/filters.py</extracomment>
        <translation>RAW</translation>
    </message>
    <message>
        <source>A duplicate</source>
        <extracomment>app/panels/filters.py</extracomment>
        <translation>Un duplicado</translation>
    </message>
    <message>
        <source>Hidden</source>
        <extracomment>app/panels/filters.py</extracomment>
        <translation>Oculta</translation>
    </message>
    <message>
        <source>New</source>
        <extracomment>app/panels/filters.py</extracomment>
        <translation>Nueva</translation>
    </message>
    <message>
        <source>On a drive that is away</source>
        <extracomment>app/panels/filters.py</extracomment>
        <translation>En una unidad desconectada</translation>
    </message>
    <message numerus="yes">
        <source>%Ln photo(s)</source>
        <extracomment>app/panels/filters.py</extracomment>
        <translation>
            <numerusform>%Ln foto</numerusform>
            <numerusform>%Ln fotos</numerusform>
        </translation>
    </message>
    <message>
        <source>This year</source>
        <extracomment>app/panels/filters.py</extracomment>
        <translation>Este año</translation>
    </message>
    <message>
        <source>Last year</source>
        <extracomment>app/panels/filters.py</extracomment>
        <translation>El año pasado</translation>
    </message>
</context>
<context>
    <name>Findings</name>
    <message>
        <source>Photos that belong to no folder</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>Fotos que no pertenecen a ninguna carpeta</translation>
    </message>
    <message>
        <source>Photos whose description is missing</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>Fotos a las que les falta la descripción</translation>
    </message>
    <message>
        <source>Embeddings that belong to no photo</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>Vectores que no pertenecen a ninguna foto</translation>
    </message>
    <message>
        <source>Embeddings of a wrong length</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>Vectores de longitud incorrecta</translation>
    </message>
    <message>
        <source>Parts of photos of a wrong length</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>Partes de fotos de longitud incorrecta</translation>
    </message>
    <message>
        <source>Parts of photos that belong to no photo</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>Partes de fotos que no pertenecen a ninguna foto</translation>
    </message>
    <message>
        <source>Photos whose parts cannot be read</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>Fotos cuyas partes no se pueden leer</translation>
    </message>
    <message>
        <source>Remembered texts of a wrong length</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>Textos recordados de longitud incorrecta</translation>
    </message>
    <message>
        <source>Problems that belong to nothing</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>Problemas que no pertenecen a nada</translation>
    </message>
    <message>
        <source>Directories without photos</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>Directorios sin fotos</translation>
    </message>
    <message>
        <source>Contents no photo has any more</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>Contenidos que ya no tiene ninguna foto</translation>
    </message>
    <message>
        <source>Photos indexed without an embedding</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>Fotos indexadas sin vector</translation>
    </message>
    <message>
        <source>Photos on which the index and the catalogue differ</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>Fotos en las que el índice y el catálogo no coinciden</translation>
    </message>
    <message>
        <source>Photos the stored index still has to catch up with</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>Fotos que aún faltan en el índice guardado</translation>
    </message>
    <message>
        <source>Photos still waiting to be indexed</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>Fotos pendientes de indexación</translation>
    </message>
    <message>
        <source>Folders that are offline</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>Carpetas sin conexión</translation>
    </message>
    <message>
        <source>Problems listed</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>Problemas registrados</translation>
    </message>
</context>
<context>
    <name>FirstRun</name>
    <message>
        <source>Find any photo by saying what is in it</source>
        <extracomment>app/panels/first_run.py</extracomment>
        <translation>Encuentra cualquier foto diciendo qué hay en ella</translation>
    </message>
    <message>
        <source>Choose a folder with photos. You can search while it is being read.</source>
        <extracomment>app/panels/first_run.py</extracomment>
        <translation>Elige una carpeta con fotos. Se puede buscar mientras se lee.</translation>
    </message>
    <message>
        <source>Add a folder</source>
        <extracomment>app/panels/first_run.py</extracomment>
        <translation>Añadir una carpeta</translation>
    </message>
    <message>
        <source>Choose a folder with photos (Ctrl+O)</source>
        <extracomment>app/panels/first_run.py</extracomment>
        <translation>Elegir una carpeta con fotos (Ctrl+O)</translation>
    </message>
    <message>
        <source>Try with sample photos</source>
        <extracomment>app/panels/first_run.py</extracomment>
        <translation>Probar con fotos de muestra</translation>
    </message>
    <message>
        <source>Look around with a few dozen photos that come with Recollect</source>
        <extracomment>app/panels/first_run.py</extracomment>
        <translation>Explorar con unas decenas de fotos que vienen con Recollect</translation>
    </message>
    <message>
        <source>The built-in model understands English: ask in English, or import a model that reads your language.</source>
        <extracomment>app/panels/first_run.py</extracomment>
        <translation>El modelo integrado entiende inglés: busca en inglés o importa un modelo que lea español.</translation>
    </message>
    <message>
        <source>Everything stays on this computer. Recollect never changes or sends your photos.</source>
        <extracomment>app/panels/first_run.py</extracomment>
        <translation>Todo se queda en este equipo. Recollect nunca modifica ni envía las fotos.</translation>
    </message>
</context>
<context>
    <name>FolderCare</name>
    <message>
        <source>Add a folder with photos</source>
        <extracomment>app/folder_care.py</extracomment>
        <translation>Añadir una carpeta con fotos</translation>
    </message>
    <message>
        <source>More than {count} photos. You can search while they are read.</source>
        <extracomment>app/folder_care.py</extracomment>
        <translation>Más de {count} fotos. Se puede buscar mientras se leen.</translation>
    </message>
    <message>
        <source>{count} photos. You can search while they are read.</source>
        <extracomment>app/folder_care.py</extracomment>
        <translation>{count} fotos. Se puede buscar mientras se leen.</translation>
    </message>
    <message>
        <source>{count} photos, {time}. You can search while they are read.</source>
        <extracomment>app/folder_care.py</extracomment>
        <translation>{count} fotos, {time}. Se puede buscar mientras se leen.</translation>
    </message>
    <message>
        <source>Do not add</source>
        <extracomment>app/folder_care.py</extracomment>
        <translation>No añadir</translation>
    </message>
    <message>
        <source>less than a minute</source>
        <extracomment>app/folder_care.py</extracomment>
        <translation>menos de un minuto</translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s)</source>
        <extracomment>app/folder_care.py</extracomment>
        <translation>
            <numerusform>aproximadamente %n minuto</numerusform>
            <numerusform>aproximadamente %n minutos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n hour(s)</source>
        <extracomment>app/folder_care.py</extracomment>
        <translation>
            <numerusform>aproximadamente %n hora</numerusform>
            <numerusform>aproximadamente %n horas</numerusform>
        </translation>
    </message>
    <message>
        <source>Look for new photos</source>
        <extracomment>app/folder_care.py</extracomment>
        <translation>Buscar fotos nuevas</translation>
    </message>
    <message>
        <source>Show in file manager</source>
        <extracomment>app/folder_care.py</extracomment>
        <translation>Mostrar en el gestor de archivos</translation>
    </message>
    <message>
        <source>Leave out…</source>
        <extracomment>app/folder_care.py</extracomment>
        <translation>Excluir…</translation>
    </message>
    <message>
        <source>Files and folders in here that are not to be indexed</source>
        <extracomment>app/folder_care.py</extracomment>
        <translation>Archivos y carpetas de aquí que no se deben indexar</translation>
    </message>
    <message>
        <source>Remove from Recollect</source>
        <extracomment>app/folder_care.py</extracomment>
        <translation>Quitar de Recollect</translation>
    </message>
    <message>
        <source>The photos stay where they are</source>
        <extracomment>app/folder_care.py</extracomment>
        <translation>Las fotos se quedan donde están</translation>
    </message>
    <message>
        <source>Leave out of “{name}”</source>
        <extracomment>app/folder_care.py</extracomment>
        <translation>Excluir de «{name}»</translation>
    </message>
    <message>
        <source>One pattern a line, as in a .gitignore file, for instance: screenshots/ or *.gif</source>
        <extracomment>app/folder_care.py</extracomment>
        <translation>Un patrón por línea, como en un archivo .gitignore, por ejemplo: screenshots/ o *.gif</translation>
    </message>
    <message>
        <source>Save</source>
        <extracomment>app/folder_care.py</extracomment>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <extracomment>app/folder_care.py</extracomment>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>“{name}” was removed. Its photos stay where they are.</source>
        <extracomment>app/folder_care.py</extracomment>
        <translation>La carpeta «{name}» se ha quitado. Sus fotos se quedan donde están.</translation>
    </message>
    <message>
        <source>Undo</source>
        <extracomment>app/folder_care.py</extracomment>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Recollect looks for photos like the first {most} of these {count} pictures.</source>
        <extracomment>app/folder_care.py</extracomment>
        <translation>Recollect busca fotos como las primeras {most} de estas {count} imágenes.</translation>
    </message>
    <message>
        <source>Recollect takes folders and pictures from this computer.</source>
        <extracomment>app/folder_care.py</extracomment>
        <translation>Recollect acepta carpetas e imágenes de este equipo.</translation>
    </message>
</context>
<context>
    <name>GridView</name>
    <message>
        <source>Photos</source>
        <extracomment>app/grid/view.py</extracomment>
        <translation>Fotos</translation>
    </message>
    <message>
        <source>Strong matches</source>
        <extracomment>app/grid/headings.py</extracomment>
        <translation>Coincidencias claras</translation>
    </message>
    <message>
        <source>In names and keywords</source>
        <extracomment>app/grid/headings.py</extracomment>
        <translation>En nombres y palabras clave</translation>
    </message>
    <message>
        <source>Possible</source>
        <extracomment>app/grid/headings.py</extracomment>
        <translation>Posibles</translation>
    </message>
    <message>
        <source>The rest</source>
        <extracomment>app/grid/headings.py</extracomment>
        <translation>El resto</translation>
    </message>
    <message>
        <source>Without a date</source>
        <extracomment>app/grid/headings.py</extracomment>
        <translation>Sin fecha</translation>
    </message>
    <message>
        <source>Nothing matches clearly. Here are the closest.</source>
        <extracomment>app/grid/headings.py</extracomment>
        <translation>No hay coincidencias claras. Estas son las más cercanas.</translation>
    </message>
    <message>
        <source>MMMM yyyy</source>
        <comment>a month as a heading</comment>
        <extracomment>app/grid/headings.py</extracomment>
        <translation>MMMM &apos;de&apos; yyyy</translation>
    </message>
    <message>
        <source>yyyy</source>
        <comment>a year as a heading</comment>
        <extracomment>app/grid/headings.py</extracomment>
        <translation>yyyy</translation>
    </message>
    <message>
        <source>Show all others, by relevance · {count}</source>
        <extracomment>app/grid/headings.py</extracomment>
        <translation>Mostrar todas las demás, por relevancia · {count}</translation>
    </message>
    <message>
        <source>Show the rest · {count}</source>
        <extracomment>app/grid/headings.py</extracomment>
        <translation>Mostrar el resto · {count}</translation>
    </message>
    <message>
        <source>found by: {part}</source>
        <extracomment>app/grid/spoken.py</extracomment>
        <translation>encontrada por: {part}</translation>
    </message>
    <message>
        <source>The rest, by relevance</source>
        <extracomment>app/grid/headings.py</extracomment>
        <translation>El resto, por relevancia</translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <comment>a day as a heading</comment>
        <extracomment>app/grid/headings.py</extracomment>
        <translation>d &apos;de&apos; MMMM &apos;de&apos; yyyy</translation>
    </message>
</context>
<context>
    <name>HealthPage</name>
    <message>
        <source>Library health</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>Estado de la biblioteca</translation>
    </message>
    <message>
        <source>Backups</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>Copias de seguridad</translation>
    </message>
    <message>
        <source>Folders</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>Carpetas</translation>
    </message>
    <message>
        <source>See what could not be read, and what to do</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>Ver qué no se pudo leer y qué hacer</translation>
    </message>
    <message>
        <source>Care</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>Mantenimiento</translation>
    </message>
    <message>
        <source>Check</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>Comprobar</translation>
    </message>
    <message>
        <source>Repair</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>Reparar</translation>
    </message>
    <message>
        <source>Back up now</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>Crear copia ahora</translation>
    </message>
    <message>
        <source>Rebuild search index</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>Rehacer el índice de búsqueda</translation>
    </message>
    <message>
        <source>Compares catalogue, index and thumbnails. Changes nothing.</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>Compara el catálogo, el índice y las miniaturas. No cambia nada.</translation>
    </message>
    <message>
        <source>Mends what a check found. Your photos are not touched.</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>Repara lo que encontró una comprobación. Las fotos no se tocan.</translation>
    </message>
    <message>
        <source>Backup</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>Copia de seguridad</translation>
    </message>
    <message>
        <source>Keeps a copy of the catalogue beside it. The photos are not copied.</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>Guarda una copia del catálogo junto a él. Las fotos no se copian.</translation>
    </message>
    <message>
        <source>Search index</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>Índice de búsqueda</translation>
    </message>
    <message>
        <source>Makes the index anew from the catalogue, for when results look wrong.</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>Rehace el índice a partir del catálogo, por si los resultados parecen erróneos.</translation>
    </message>
    <message>
        <source>What the check found</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>Resultado de la comprobación</translation>
    </message>
    <message>
        <source>On disk</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>En el disco</translation>
    </message>
    <message>
        <source>Library folder</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>Carpeta de la biblioteca</translation>
    </message>
    <message>
        <source>Show library folder</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>Mostrar la carpeta de la biblioteca</translation>
    </message>
    <message>
        <source>Open the folder with the library in it</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>Abrir la carpeta que contiene la biblioteca</translation>
    </message>
    <message>
        <source>{done} of {total} searchable</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>{done} de {total} listas para buscar</translation>
    </message>
    <message>
        <source>Waiting: {count}</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>En espera: {count}</translation>
    </message>
    <message>
        <source>Nothing is waiting.</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>No hay nada en espera.</translation>
    </message>
    <message>
        <source>Problems: {count}</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>Problemas: {count}</translation>
    </message>
    <message>
        <source>Catalogue</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>Catálogo</translation>
    </message>
    <message>
        <source>Thumbnails</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>Miniaturas</translation>
    </message>
    <message>
        <source>Models</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>Modelos</translation>
    </message>
    <message>
        <source>Other</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>Otros</translation>
    </message>
    <message>
        <source>There is no backup yet.</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>Aún no hay ninguna copia de seguridad.</translation>
    </message>
    <message>
        <source>“Back up now” makes the first.</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>«Crear copia ahora» hace la primera.</translation>
    </message>
    <message>
        <source>{count} photos, {state}</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>{count} fotos, {state}</translation>
    </message>
    <message>
        <source>Live</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>Supervisada</translation>
    </message>
    <message>
        <source>Waiting</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>En espera</translation>
    </message>
    <message>
        <source>Not yet looked at.</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>Aún sin revisar.</translation>
    </message>
    <message>
        <source>Polling</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>Revisión periódica</translation>
    </message>
    <message>
        <source>This place tells of no changes, so it is looked at every now and then.</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>Este lugar no avisa de los cambios, así que se revisa cada cierto tiempo.</translation>
    </message>
    <message>
        <source>The system&apos;s limit of watched folders is reached. Raise it with: sudo sysctl fs.inotify.max_user_watches=524288</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>Se ha alcanzado el límite del sistema de carpetas supervisadas. Auméntalo con: sudo sysctl fs.inotify.max_user_watches=524288</translation>
    </message>
    <message>
        <source>Offline</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>Sin conexión</translation>
    </message>
    <message>
        <source>Connect the drive or share; everything known of its photos is kept.</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>Conecta la unidad o el recurso compartido; se conserva todo lo que se sabe de sus fotos.</translation>
    </message>
    <message>
        <source>Everything is in order.</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>Todo está en orden.</translation>
    </message>
    <message>
        <source>Nothing has to be mended.</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>No hay nada que reparar.</translation>
    </message>
    <message>
        <source>Mended</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>Reparado</translation>
    </message>
    <message>
        <source>To be mended</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>Por reparar</translation>
    </message>
</context>
<context>
    <name>HelpPage</name>
    <message>
        <source>Help</source>
        <extracomment>app/panels/help.py</extracomment>
        <translation>Ayuda</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <extracomment>app/panels/help.py</extracomment>
        <translation>Atajos</translation>
    </message>
    <message>
        <source>Getting started</source>
        <extracomment>app/panels/help.py</extracomment>
        <translation>Primeros pasos</translation>
    </message>
    <message>
        <source>The query language</source>
        <extracomment>app/panels/help.py</extracomment>
        <translation>El lenguaje de búsqueda</translation>
    </message>
    <message>
        <source>Privacy</source>
        <extracomment>app/panels/help.py</extracomment>
        <translation>Privacidad</translation>
    </message>
    <message>
        <source>About</source>
        <extracomment>app/panels/help.py</extracomment>
        <translation>Acerca de</translation>
    </message>
    <message>
        <source>Sections of the help</source>
        <extracomment>app/panels/help.py</extracomment>
        <translation>Secciones de la ayuda</translation>
    </message>
</context>
<context>
    <name>Histogram</name>
    <message>
        <source>When photos were taken</source>
        <extracomment>app/grid/histogram.py</extracomment>
        <translation>Cuándo se hicieron las fotos</translation>
    </message>
    <message>
        <source>Show all times again (Esc)</source>
        <extracomment>app/grid/histogram.py</extracomment>
        <translation>Volver a mostrar todas las fechas (Esc)</translation>
    </message>
    <message>
        <source>Show all times again</source>
        <extracomment>app/grid/histogram.py</extracomment>
        <translation>Volver a mostrar todas las fechas</translation>
    </message>
    <message numerus="yes">
        <source>%Ln photo(s) without a date are not shown here</source>
        <extracomment>app/grid/histogram.py</extracomment>
        <translation>
            <numerusform>%Ln foto sin fecha no se muestra aquí</numerusform>
            <numerusform>%Ln fotos sin fecha no se muestran aquí</numerusform>
        </translation>
    </message>
    <message>
        <source>No photo has a date</source>
        <extracomment>app/grid/histogram.py</extracomment>
        <translation>Ninguna foto tiene fecha</translation>
    </message>
    <message>
        <source>{span}; most in {time}</source>
        <extracomment>app/grid/histogram.py</extracomment>
        <translation>{span}; el máximo: {time}</translation>
    </message>
    <message>
        <source>chosen: {span}</source>
        <extracomment>app/grid/histogram.py</extracomment>
        <translation>selección: {span}</translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <comment>a day</comment>
        <extracomment>app/grid/histogram.py</extracomment>
        <translation>d &apos;de&apos; MMMM &apos;de&apos; yyyy</translation>
    </message>
    <message>
        <source>MMMM yyyy</source>
        <comment>a month</comment>
        <extracomment>app/grid/histogram.py</extracomment>
        <translation>MMMM &apos;de&apos; yyyy</translation>
    </message>
    <message>
        <source>yyyy</source>
        <comment>a year</comment>
        <extracomment>app/grid/histogram.py</extracomment>
        <translation>yyyy</translation>
    </message>
    <message>
        <source>d MMM</source>
        <comment>a day below a bar</comment>
        <extracomment>app/grid/histogram.py</extracomment>
        <translation>d MMM</translation>
    </message>
</context>
<context>
    <name>HistoryList</name>
    <message>
        <source>What you asked before</source>
        <extracomment>app/query_bar/history.py</extracomment>
        <translation>Búsquedas anteriores</translation>
    </message>
    <message>
        <source>Enter asks again, Delete forgets</source>
        <extracomment>app/query_bar/history.py</extracomment>
        <translation>Intro repite la búsqueda, Supr la olvida</translation>
    </message>
</context>
<context>
    <name>IndexingCare</name>
    <message>
        <source>{count} photos</source>
        <extracomment>app/indexing_care.py</extracomment>
        <translation>{count} fotos</translation>
    </message>
    <message>
        <source>{count} photo</source>
        <extracomment>app/indexing_care.py</extracomment>
        <translation>{count} foto</translation>
    </message>
    <message>
        <source>{count} photos indexed in {seconds} s.</source>
        <extracomment>app/indexing_care.py</extracomment>
        <translation>{count} fotos indexadas en {seconds} s.</translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message>
        <source>Details of the photo</source>
        <extracomment>app/viewer/inspector.py</extracomment>
        <translation>Información de la foto</translation>
    </message>
    <message>
        <source>Keywords</source>
        <extracomment>app/viewer/inspector.py</extracomment>
        <translation>Palabras clave</translation>
    </message>
    <message>
        <source>What Recollect sees</source>
        <extracomment>app/viewer/inspector.py</extracomment>
        <translation>Lo que ve Recollect</translation>
    </message>
    <message>
        <source>Very sure</source>
        <extracomment>app/viewer/inspector.py</extracomment>
        <translation>Muy seguro</translation>
    </message>
    <message>
        <source>Fairly sure</source>
        <extracomment>app/viewer/inspector.py</extracomment>
        <translation>Bastante seguro</translation>
    </message>
    <message>
        <source>Perhaps</source>
        <extracomment>app/viewer/inspector.py</extracomment>
        <translation>Quizá</translation>
    </message>
    <message>
        <source>Copies of this photo</source>
        <extracomment>app/viewer/inspector.py</extracomment>
        <translation>Copias de esta foto</translation>
    </message>
    <message>
        <source>Coordinates</source>
        <extracomment>app/viewer/inspector.py</extracomment>
        <translation>Coordenadas</translation>
    </message>
    <message>
        <source>Copy the coordinates</source>
        <extracomment>app/viewer/inspector.py</extracomment>
        <translation>Copiar las coordenadas</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <extracomment>app/viewer/inspector.py</extracomment>
        <translation>Mostrar en la carpeta</translation>
    </message>
    <message>
        <source>Photos in “{folder}”</source>
        <extracomment>app/viewer/inspector.py</extracomment>
        <translation>Fotos en «{folder}»</translation>
    </message>
    <message>
        <source>Search in this folder</source>
        <extracomment>app/viewer/inspector.py</extracomment>
        <translation>Buscar en esta carpeta</translation>
    </message>
    <message>
        <source>Search for photos with this keyword</source>
        <extracomment>app/viewer/inspector.py</extracomment>
        <translation>Buscar fotos con esta palabra clave</translation>
    </message>
    <message>
        <source>Search for photos of this day</source>
        <extracomment>app/viewer/inspector.py</extracomment>
        <translation>Buscar fotos de este día</translation>
    </message>
    <message>
        <source>Search for photos of this camera</source>
        <extracomment>app/viewer/inspector.py</extracomment>
        <translation>Buscar fotos de esta cámara</translation>
    </message>
    <message>
        <source>very sure</source>
        <extracomment>app/viewer/inspector.py</extracomment>
        <translation>muy seguro</translation>
    </message>
    <message>
        <source>fairly sure</source>
        <extracomment>app/viewer/inspector.py</extracomment>
        <translation>bastante seguro</translation>
    </message>
    <message>
        <source>perhaps</source>
        <extracomment>app/viewer/inspector.py</extracomment>
        <translation>quizá</translation>
    </message>
    <message>
        <source>Search for “{label}”</source>
        <extracomment>app/viewer/inspector.py</extracomment>
        <translation>Buscar «{label}»</translation>
    </message>
</context>
<context>
    <name>Lines</name>
    <message>
        <source>Apply</source>
        <extracomment>app/panels/setting_controls.py</extracomment>
        <translation>Aplicar</translation>
    </message>
    <message>
        <source>Use these patterns from now on</source>
        <extracomment>app/panels/setting_controls.py</extracomment>
        <translation>Usar estos patrones a partir de ahora</translation>
    </message>
    <message>
        <source>Discard</source>
        <extracomment>app/panels/setting_controls.py</extracomment>
        <translation>Descartar</translation>
    </message>
    <message>
        <source>Back to the patterns in use</source>
        <extracomment>app/panels/setting_controls.py</extracomment>
        <translation>Volver a los patrones en uso</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>The model “{name}” cannot read these letters. Ask in English, or choose a model that reads your language.</source>
        <extracomment>app/main_window.py</extracomment>
        <translation>El modelo «{name}» no puede leer estas letras. Busca en inglés o elige un modelo que las lea.</translation>
    </message>
    <message>
        <source>Models</source>
        <extracomment>app/main_window.py</extracomment>
        <translation>Modelos</translation>
    </message>
    <message>
        <source>The language changes when Recollect is started again.</source>
        <extracomment>app/main_window.py</extracomment>
        <translation>El idioma cambia al reiniciar Recollect.</translation>
    </message>
    <message>
        <source>Dropped picture</source>
        <extracomment>app/main_window.py</extracomment>
        <translation>Imagen soltada</translation>
    </message>
</context>
<context>
    <name>ModelCard</name>
    <message>
        <source>Answers now</source>
        <extracomment>app/panels/models.py</extracomment>
        <translation>Responde ahora</translation>
    </message>
    <message>
        <source>Which model tells the parts of a photo apart</source>
        <extracomment>app/panels/models.py</extracomment>
        <translation>Qué modelo distingue las partes de una foto</translation>
    </message>
    <message>
        <source>Licence</source>
        <extracomment>app/panels/models.py</extracomment>
        <translation>Licencia</translation>
    </message>
    <message>
        <source>Show the licence, and where the model is</source>
        <extracomment>app/panels/models.py</extracomment>
        <translation>Mostrar la licencia y dónde está el modelo</translation>
    </message>
    <message>
        <source>Licence of {model}</source>
        <extracomment>app/panels/models.py</extracomment>
        <translation>Licencia de {model}</translation>
    </message>
    <message>
        <source>Use</source>
        <extracomment>app/panels/models.py</extracomment>
        <translation>Usar</translation>
    </message>
    <message>
        <source>Use {model}</source>
        <extracomment>app/panels/models.py</extracomment>
        <translation>Usar {model}</translation>
    </message>
    <message>
        <source>See what changing to this model takes</source>
        <extracomment>app/panels/models.py</extracomment>
        <translation>Ver qué supone cambiar a este modelo</translation>
    </message>
    <message>
        <source>Use the built-in one for parts</source>
        <extracomment>app/panels/models.py</extracomment>
        <translation>Usar el integrado para las partes</translation>
    </message>
    <message>
        <source>Use for parts of photos</source>
        <extracomment>app/panels/models.py</extracomment>
        <translation>Usar para las partes de las fotos</translation>
    </message>
    <message>
        <source>Change the model</source>
        <extracomment>app/panels/models.py</extracomment>
        <translation>Cambiar de modelo</translation>
    </message>
    <message>
        <source>Begin; it can be stopped at any time</source>
        <extracomment>app/panels/models.py</extracomment>
        <translation>Empezar; se puede detener en cualquier momento</translation>
    </message>
    <message>
        <source>Not now</source>
        <extracomment>app/panels/models.py</extracomment>
        <translation>Ahora no</translation>
    </message>
    <message>
        <source>Leave everything as it is</source>
        <extracomment>app/panels/models.py</extracomment>
        <translation>Dejar todo como está</translation>
    </message>
    <message>
        <source>Languages unknown</source>
        <extracomment>app/panels/models.py</extracomment>
        <translation>Idiomas desconocidos</translation>
    </message>
    <message>
        <source>{count} dimensions</source>
        <extracomment>app/panels/models.py</extracomment>
        <translation>{count} dimensiones</translation>
    </message>
    <message>
        <source>Built in</source>
        <extracomment>app/panels/models.py</extracomment>
        <translation>Integrado</translation>
    </message>
    <message>
        <source>Imported</source>
        <extracomment>app/panels/models.py</extracomment>
        <translation>Importado</translation>
    </message>
    <message>
        <source>not named by those who made it</source>
        <extracomment>app/panels/models.py</extracomment>
        <translation>no indicada por sus autores</translation>
    </message>
    <message>
        <source>Licence: {licence}</source>
        <extracomment>app/panels/models.py</extracomment>
        <translation>Licencia: {licence}</translation>
    </message>
    <message>
        <source>Kind: {family}</source>
        <extracomment>app/panels/models.py</extracomment>
        <translation>Tipo: {family}</translation>
    </message>
    <message>
        <source>Folder: {path}</source>
        <extracomment>app/panels/models.py</extracomment>
        <translation>Carpeta: {path}</translation>
    </message>
    <message>
        <source>Nothing has to be encoded.</source>
        <extracomment>app/panels/models.py</extracomment>
        <translation>No hay nada que codificar.</translation>
    </message>
    <message>
        <source>Photos to encode: {count}. How long that takes shows when it has begun.</source>
        <extracomment>app/panels/models.py</extracomment>
        <translation>Fotos por codificar: {count}. La duración se verá una vez empezado.</translation>
    </message>
    <message>
        <source>Photos to encode: {count}. That takes {time}.</source>
        <extracomment>app/panels/models.py</extracomment>
        <translation>Fotos por codificar: {count}. Duración: {time}.</translation>
    </message>
    <message>
        <source>{model} goes on answering until this one is complete.</source>
        <extracomment>app/panels/models.py</extracomment>
        <translation>{model} sigue respondiendo hasta que este esté completo.</translation>
    </message>
    <message>
        <source>The present model</source>
        <extracomment>app/panels/models.py</extracomment>
        <translation>El modelo actual</translation>
    </message>
    <message>
        <source>Getting ready</source>
        <extracomment>app/panels/models.py</extracomment>
        <translation>Preparando</translation>
    </message>
    <message>
        <source>Encoding {done} of {total}</source>
        <extracomment>app/panels/models.py</extracomment>
        <translation>Codificando {done} de {total}</translation>
    </message>
    <message>
        <source>{time} left</source>
        <extracomment>app/panels/models.py</extracomment>
        <translation>tiempo restante: {time}</translation>
    </message>
</context>
<context>
    <name>ModelOffer</name>
    <message>
        <source>Download…</source>
        <extracomment>app/panels/model_offer.py</extracomment>
        <translation>Descargar…</translation>
    </message>
    <message>
        <source>Download {model}…</source>
        <extracomment>app/panels/model_offer.py</extracomment>
        <translation>Descargar {model}…</translation>
    </message>
    <message>
        <source>See its terms and how much would be downloaded</source>
        <extracomment>app/panels/model_offer.py</extracomment>
        <translation>Ver sus condiciones y cuánto se descargaría</translation>
    </message>
    <message>
        <source>Download</source>
        <extracomment>app/panels/model_offer.py</extracomment>
        <translation>Descargar</translation>
    </message>
    <message>
        <source>Accept these terms and begin; it can be stopped at any time</source>
        <extracomment>app/panels/model_offer.py</extracomment>
        <translation>Aceptar estas condiciones y empezar; se puede detener en cualquier momento</translation>
    </message>
    <message>
        <source>Its page</source>
        <extracomment>app/panels/model_offer.py</extracomment>
        <translation>Su página</translation>
    </message>
    <message>
        <source>Not now</source>
        <extracomment>app/panels/model_offer.py</extracomment>
        <translation>Ahora no</translation>
    </message>
    <message>
        <source>Leave everything as it is</source>
        <extracomment>app/panels/model_offer.py</extracomment>
        <translation>Dejar todo como está</translation>
    </message>
    <message>
        <source>Licence: {licence}
{size} are downloaded from {place}. Nothing of your photos is sent.</source>
        <extracomment>app/panels/model_offer.py</extracomment>
        <translation>Licencia: {licence}
Se descargan {size} de {place}. No se envía nada de sus fotos.</translation>
    </message>
    <message>
        <source>not named by those who made it</source>
        <extracomment>app/panels/model_offer.py</extracomment>
        <translation>no indicada por sus autores</translation>
    </message>
</context>
<context>
    <name>ModelsPage</name>
    <message>
        <source>Models</source>
        <extracomment>app/panels/models.py</extracomment>
        <translation>Modelos</translation>
    </message>
    <message>
        <source>Import a folder…</source>
        <extracomment>app/panels/models.py</extracomment>
        <translation>Importar una carpeta…</translation>
    </message>
    <message>
        <source>Choose a folder with a CLIP, ALIGN, SigLIP or similar model</source>
        <extracomment>app/panels/models.py</extracomment>
        <translation>Elegir una carpeta con un modelo CLIP, ALIGN, SigLIP o similar</translation>
    </message>
    <message>
        <source>More models</source>
        <extracomment>app/panels/models.py</extracomment>
        <translation>Más modelos</translation>
    </message>
    <message>
        <source>A model turns photos and words into numbers that can be compared. Any CLIP, ALIGN, GroupViT or SigLIP model in safetensors files, as transformers saves it, can be imported; nothing is downloaded by itself.</source>
        <extracomment>app/panels/models.py</extracomment>
        <translation>Un modelo convierte fotos y palabras en números que se pueden comparar. Se puede importar cualquier modelo CLIP, ALIGN, GroupViT o SigLIP en archivos safetensors, tal como los guarda transformers; nada se descarga por sí solo.</translation>
    </message>
    <message>
        <source>Import a model</source>
        <extracomment>app/panels/models.py</extracomment>
        <translation>Importar un modelo</translation>
    </message>
    <message>
        <source>Downloading the model</source>
        <extracomment>app/panels/models.py</extracomment>
        <translation>Descargando el modelo</translation>
    </message>
    <message>
        <source>Copying the model</source>
        <extracomment>app/panels/models.py</extracomment>
        <translation>Copiando el modelo</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <extracomment>app/panels/models.py</extracomment>
        <translation>{done} de {total}</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>Close</source>
        <extracomment>app/notices.py</extracomment>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>OwnWords</name>
    <message>
        <source>My own words</source>
        <extracomment>app/panels/vocabulary.py</extracomment>
        <translation>Mis propias palabras</translation>
    </message>
    <message>
        <source>One word or a few words a line: “my red bicycle”, “tram”. Parts of photos are called by whichever fits best.</source>
        <extracomment>app/panels/vocabulary.py</extracomment>
        <translation>Una palabra o unas pocas por línea: «mi bicicleta roja», «tranvía». Las partes de las fotos reciben el nombre que mejor encaje.</translation>
    </message>
    <message>
        <source>The model that finds them reads English.</source>
        <extracomment>app/panels/vocabulary.py</extracomment>
        <translation>El modelo que las encuentra lee inglés.</translation>
    </message>
    <message>
        <source>Words, one a line</source>
        <extracomment>app/panels/vocabulary.py</extracomment>
        <translation>Palabras, una por línea</translation>
    </message>
    <message>
        <source>One word a line</source>
        <extracomment>app/panels/vocabulary.py</extracomment>
        <translation>Una palabra por línea</translation>
    </message>
    <message>
        <source>The model cannot read these letters, so these words fit nothing. Write them in English.</source>
        <extracomment>app/panels/vocabulary.py</extracomment>
        <translation>El modelo no puede leer estas letras, así que estas palabras no encajan con nada. Escríbelas en inglés.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <extracomment>app/panels/vocabulary.py</extracomment>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Leave the words as they were (Esc)</source>
        <extracomment>app/panels/vocabulary.py</extracomment>
        <translation>Dejar las palabras como estaban (Esc)</translation>
    </message>
    <message>
        <source>Save</source>
        <extracomment>app/panels/vocabulary.py</extracomment>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Use these words from now on (Ctrl+Enter)</source>
        <extracomment>app/panels/vocabulary.py</extracomment>
        <translation>Usar estas palabras desde ahora (Ctrl+Intro)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln word(s)</source>
        <extracomment>app/panels/vocabulary.py</extracomment>
        <translation>
            <numerusform>%Ln palabra</numerusform>
            <numerusform>%Ln palabras</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Page</name>
    <message>
        <source>Cancel</source>
        <extracomment>app/panels/page.py</extracomment>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Stop this; nothing is lost</source>
        <extracomment>app/panels/page.py</extracomment>
        <translation>Detener; no se pierde nada</translation>
    </message>
    <message>
        <source>less than a minute</source>
        <extracomment>app/panels/page.py</extracomment>
        <translation>menos de un minuto</translation>
    </message>
    <message>
        <source>about {count} min</source>
        <extracomment>app/panels/page.py</extracomment>
        <translation>aprox. {count} min</translation>
    </message>
    <message>
        <source>about {count} h</source>
        <extracomment>app/panels/page.py</extracomment>
        <translation>aprox. {count} h</translation>
    </message>
</context>
<context>
    <name>PageCare</name>
    <message>
        <source>Repairing the library</source>
        <extracomment>app/page_care.py</extracomment>
        <translation>Reparando la biblioteca</translation>
    </message>
    <message>
        <source>Checking the library</source>
        <extracomment>app/page_care.py</extracomment>
        <translation>Comprobando la biblioteca</translation>
    </message>
    <message>
        <source>A copy was made: {name}</source>
        <extracomment>app/page_care.py</extracomment>
        <translation>Copia creada: {name}</translation>
    </message>
    <message>
        <source>Copying the catalogue</source>
        <extracomment>app/page_care.py</extracomment>
        <translation>Copiando el catálogo</translation>
    </message>
    <message>
        <source>The search index was built anew.</source>
        <extracomment>app/page_care.py</extracomment>
        <translation>El índice de búsqueda se ha rehecho.</translation>
    </message>
    <message>
        <source>Building the search index</source>
        <extracomment>app/page_care.py</extracomment>
        <translation>Creando el índice de búsqueda</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <extracomment>app/page_care.py</extracomment>
        <translation>Detenido.</translation>
    </message>
    <message>
        <source>Something else is being done. Try again when it has ended.</source>
        <extracomment>app/page_care.py</extracomment>
        <translation>Hay otra tarea en curso. Inténtalo de nuevo cuando termine.</translation>
    </message>
    <message>
        <source>{name} answers from now on.</source>
        <extracomment>app/page_care.py</extracomment>
        <translation>{name} responde a partir de ahora.</translation>
    </message>
    <message>
        <source>{name} is here and can be used.</source>
        <extracomment>app/page_care.py</extracomment>
        <translation>{name} ya está aquí y se puede usar.</translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>Recollect can put the newest good copy in its place, or begin anew and read your photos again. The damaged file is kept aside; your photos are not touched.</source>
        <extracomment>app/panels/pages.py</extracomment>
        <translation>Recollect puede poner en su lugar la copia buena más reciente, o empezar de nuevo y volver a leer las fotos. El archivo dañado se guarda aparte; las fotos no se tocan.</translation>
    </message>
    <message>
        <source>Mend the library</source>
        <extracomment>app/panels/pages.py</extracomment>
        <translation>Reparar la biblioteca</translation>
    </message>
    <message>
        <source>Try again</source>
        <extracomment>app/panels/pages.py</extracomment>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Close Recollect</source>
        <extracomment>app/panels/pages.py</extracomment>
        <translation>Cerrar Recollect</translation>
    </message>
    <message>
        <source>Mending the library</source>
        <extracomment>app/panels/pages.py</extracomment>
        <translation>Reparando la biblioteca</translation>
    </message>
    <message>
        <source>This can take a moment.</source>
        <extracomment>app/panels/pages.py</extracomment>
        <translation>Puede tardar un momento.</translation>
    </message>
    <message>
        <source>No favourites yet</source>
        <extracomment>app/panels/pages.py</extracomment>
        <translation>Aún no hay favoritas</translation>
    </message>
    <message>
        <source>Choose the photos you like best and press F. They are gathered here.</source>
        <extracomment>app/panels/pages.py</extracomment>
        <translation>Selecciona las mejores fotos y pulsa F. Se reunirán aquí.</translation>
    </message>
    <message>
        <source>Show all photos</source>
        <extracomment>app/panels/pages.py</extracomment>
        <translation>Mostrar todas las fotos</translation>
    </message>
    <message>
        <source>No photo fits all of this</source>
        <extracomment>app/panels/pages.py</extracomment>
        <translation>Ninguna foto cumple todo esto</translation>
    </message>
    <message>
        <source>Take a filter away, or clear the question.</source>
        <extracomment>app/panels/pages.py</extracomment>
        <translation>Quita un filtro o borra la búsqueda.</translation>
    </message>
    <message>
        <source>{count} photos found</source>
        <extracomment>app/panels/pages.py</extracomment>
        <translation>{count} fotos encontradas</translation>
    </message>
    <message>
        <source>Getting ready; the first photos appear in a moment.</source>
        <extracomment>app/panels/pages.py</extracomment>
        <translation>Preparando; las primeras fotos aparecerán en un momento.</translation>
    </message>
    <message>
        <source>Looking through your folders</source>
        <extracomment>app/panels/pages.py</extracomment>
        <translation>Recorriendo las carpetas</translation>
    </message>
    <message>
        <source>The first photos appear in a moment.</source>
        <extracomment>app/panels/pages.py</extracomment>
        <translation>Las primeras fotos aparecerán en un momento.</translation>
    </message>
    <message>
        <source>Clear</source>
        <extracomment>app/panels/pages.py</extracomment>
        <translation>Borrar la búsqueda</translation>
    </message>
    <message>
        <source>No photos to show</source>
        <extracomment>app/panels/pages.py</extracomment>
        <translation>No hay fotos que mostrar</translation>
    </message>
    <message>
        <source>To see those you have hidden, type is:hidden.</source>
        <extracomment>app/panels/pages.py</extracomment>
        <translation>Para ver las ocultas, escribe is:hidden.</translation>
    </message>
    <message>
        <source>No photos here yet</source>
        <extracomment>app/panels/pages.py</extracomment>
        <translation>Aún no hay fotos aquí</translation>
    </message>
    <message>
        <source>The folders you added hold no pictures Recollect can read.</source>
        <extracomment>app/panels/pages.py</extracomment>
        <translation>Las carpetas añadidas no contienen imágenes que Recollect pueda leer.</translation>
    </message>
    <message>
        <source>Add a folder</source>
        <extracomment>app/panels/pages.py</extracomment>
        <translation>Añadir una carpeta</translation>
    </message>
</context>
<context>
    <name>Panel</name>
    <message>
        <source>Keep as a favourite</source>
        <extracomment>app/viewer/compare.py</extracomment>
        <translation>Marcar como favorita</translation>
    </message>
    <message>
        <source>To the trash</source>
        <extracomment>app/viewer/compare.py</extracomment>
        <translation>A la papelera</translation>
    </message>
    <message>
        <source>Del</source>
        <extracomment>app/viewer/compare.py</extracomment>
        <translation>Supr</translation>
    </message>
    <message>
        <source>Show this photo alone</source>
        <extracomment>app/viewer/compare.py</extracomment>
        <translation>Mostrar solo esta foto</translation>
    </message>
</context>
<context>
    <name>PartsCare</name>
    <message>
        <source>Too few photos were looked into yet, so whole photos were compared.</source>
        <extracomment>app/parts_care.py</extracomment>
        <translation>Todavía se ha mirado dentro de muy pocas fotos, por eso se compararon fotos enteras.</translation>
    </message>
    <message>
        <source>Look inside photos</source>
        <extracomment>app/parts_care.py</extracomment>
        <translation>Mirar dentro de las fotos</translation>
    </message>
    <message>
        <source>by whole photos</source>
        <extracomment>app/parts_care.py</extracomment>
        <translation>por fotos enteras</translation>
    </message>
    <message>
        <source>by parts of {count} photos</source>
        <extracomment>app/parts_care.py</extracomment>
        <translation>por partes de {count} fotos</translation>
    </message>
    <message>
        <source>by parts</source>
        <extracomment>app/parts_care.py</extracomment>
        <translation>por partes</translation>
    </message>
</context>
<context>
    <name>PhotoActions</name>
    <message>
        <source>Choose at most {count} photos to open.</source>
        <extracomment>app/grid/photo_actions.py</extracomment>
        <translation>Selecciona como máximo {count} fotos para abrir.</translation>
    </message>
    <message>
        <source>This photo&apos;s drive is not connected.</source>
        <extracomment>app/grid/photo_actions.py</extracomment>
        <translation>La unidad de esta foto no está conectada.</translation>
    </message>
    <message>
        <source>No program could open {name}, or it is no longer there.</source>
        <extracomment>app/grid/photo_actions.py</extracomment>
        <translation>Ningún programa pudo abrir {name}, o ya no está ahí.</translation>
    </message>
    <message>
        <source>The picture was copied.</source>
        <extracomment>app/grid/photo_actions.py</extracomment>
        <translation>Imagen copiada.</translation>
    </message>
    <message>
        <source>Preparing the photos; drag again in a moment.</source>
        <extracomment>app/grid/photo_actions.py</extracomment>
        <translation>Preparando las fotos; vuelve a arrastrar en un momento.</translation>
    </message>
</context>
<context>
    <name>PhotoCare</name>
    <message numerus="yes">
        <source>%Ln photo(s) are favourites now.</source>
        <extracomment>app/photo_care.py</extracomment>
        <translation>
            <numerusform>%Ln foto ahora es favorita.</numerusform>
            <numerusform>%Ln fotos ahora son favoritas.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln photo(s) are no longer favourites.</source>
        <extracomment>app/photo_care.py</extracomment>
        <translation>
            <numerusform>%Ln foto ya no es favorita.</numerusform>
            <numerusform>%Ln fotos ya no son favoritas.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln photo(s) hidden. Type is:hidden to see them.</source>
        <extracomment>app/photo_care.py</extracomment>
        <translation>
            <numerusform>%Ln foto oculta. Escribe is:hidden para verla.</numerusform>
            <numerusform>%Ln fotos ocultas. Escribe is:hidden para verlas.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln photo(s) shown again.</source>
        <extracomment>app/photo_care.py</extracomment>
        <translation>
            <numerusform>%Ln foto visible de nuevo.</numerusform>
            <numerusform>%Ln fotos visibles de nuevo.</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <extracomment>app/photo_care.py</extracomment>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Ask for something first; then photos can be less like this one.</source>
        <extracomment>app/photo_care.py</extracomment>
        <translation>Busca algo primero; después se pueden pedir fotos menos parecidas a esta.</translation>
    </message>
    <message>
        <source>The question was moved towards {name}.</source>
        <extracomment>app/photo_care.py</extracomment>
        <translation>La búsqueda se ha acercado a {name}.</translation>
    </message>
    <message>
        <source>The question was moved away from {name}.</source>
        <extracomment>app/photo_care.py</extracomment>
        <translation>La búsqueda se ha alejado de {name}.</translation>
    </message>
    <message numerus="yes">
        <source>The question was moved towards %Ln photo(s).</source>
        <extracomment>app/photo_care.py</extracomment>
        <translation>
            <numerusform>La búsqueda se ha acercado a %Ln foto.</numerusform>
            <numerusform>La búsqueda se ha acercado a %Ln fotos.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The question was moved away from %Ln photo(s).</source>
        <extracomment>app/photo_care.py</extracomment>
        <translation>
            <numerusform>La búsqueda se ha alejado de %Ln foto.</numerusform>
            <numerusform>La búsqueda se ha alejado de %Ln fotos.</numerusform>
        </translation>
    </message>
    <message>
        <source>“{name}” is left out from now on. Its photos stay where they are.</source>
        <extracomment>app/photo_care.py</extracomment>
        <translation>La carpeta «{name}» queda excluida a partir de ahora. Sus fotos se quedan donde están.</translation>
    </message>
    <message>
        <source>Move to trash</source>
        <extracomment>app/photo_care.py</extracomment>
        <translation>Mover a la papelera</translation>
    </message>
    <message numerus="yes">
        <source>Move %Ln file(s) to the trash?</source>
        <extracomment>app/photo_care.py</extracomment>
        <translation>
            <numerusform>¿Mover %Ln archivo a la papelera?</numerusform>
            <numerusform>¿Mover %Ln archivos a la papelera?</numerusform>
        </translation>
    </message>
    <message>
        <source>You can get them back from the trash of your system.</source>
        <extracomment>app/photo_care.py</extracomment>
        <translation>Se pueden recuperar desde la papelera del sistema.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <extracomment>app/photo_care.py</extracomment>
        <translation>Cancelar</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) go to the trash.</source>
        <extracomment>app/photo_care.py</extracomment>
        <translation>
            <numerusform>%Ln archivo va a la papelera.</numerusform>
            <numerusform>%Ln archivos van a la papelera.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) could not be moved to the trash.</source>
        <extracomment>app/photo_care.py</extracomment>
        <translation>
            <numerusform>No se pudo mover %Ln archivo a la papelera.</numerusform>
            <numerusform>No se pudieron mover %Ln archivos a la papelera.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PrivacyPage</name>
    <message>
        <source>Privacy</source>
        <extracomment>app/panels/help.py</extracomment>
        <translation>Privacidad</translation>
    </message>
    <message>
        <source>Network</source>
        <extracomment>app/panels/help.py</extracomment>
        <translation>Red</translation>
    </message>
    <message>
        <source>Network allowed when you ask</source>
        <extracomment>app/panels/help.py</extracomment>
        <translation>Permitir la red a petición</translation>
    </message>
    <message>
        <source>Off refuses everything in the table below. Search never needs it.</source>
        <extracomment>app/panels/help.py</extracomment>
        <translation>Si se desactiva, se rechaza todo lo de la tabla de abajo. La búsqueda nunca necesita la red.</translation>
    </message>
    <message>
        <source>Allow or forbid every use of the network</source>
        <extracomment>app/panels/help.py</extracomment>
        <translation>Permitir o prohibir todos los usos de la red</translation>
    </message>
    <message>
        <source>Connections since the start</source>
        <extracomment>app/panels/help.py</extracomment>
        <translation>Conexiones desde el inicio</translation>
    </message>
    <message>
        <source>What uses the network</source>
        <extracomment>app/panels/help.py</extracomment>
        <translation>Qué usa la red</translation>
    </message>
    <message>
        <source>When you ask for it on the Models page. Never by itself.</source>
        <extracomment>app/panels/help.py</extracomment>
        <translation>Cuando se pide en la página Modelos. Nunca por sí solo.</translation>
    </message>
    <message>
        <source>When you ask for it in the Help menu. Never by itself.</source>
        <extracomment>app/panels/help.py</extracomment>
        <translation>Cuando se pide en el menú Ayuda. Nunca por sí solo.</translation>
    </message>
    <message>
        <source>Downloading a model</source>
        <extracomment>app/panels/help.py</extracomment>
        <translation>Descarga de un modelo</translation>
    </message>
    <message>
        <source>Checking for updates</source>
        <extracomment>app/panels/help.py</extracomment>
        <translation>Búsqueda de actualizaciones</translation>
    </message>
    <message>
        <source>No address in this version</source>
        <extracomment>app/panels/help.py</extracomment>
        <translation>Sin dirección en esta versión</translation>
    </message>
    <message>
        <source>Connections since the start: {count}</source>
        <extracomment>app/panels/help.py</extracomment>
        <translation>Conexiones desde el inicio: {count}</translation>
    </message>
</context>
<context>
    <name>ProblemsPage</name>
    <message>
        <source>No problems</source>
        <extracomment>app/panels/problems.py</extracomment>
        <translation>No hay problemas</translation>
    </message>
    <message>
        <source>Files that Recollect cannot read are listed here.</source>
        <extracomment>app/panels/problems.py</extracomment>
        <translation>Aquí se muestran los archivos que Recollect no puede leer.</translation>
    </message>
    <message>
        <source>Try all again</source>
        <extracomment>app/panels/problems.py</extracomment>
        <translation>Reintentar todos</translation>
    </message>
    <message>
        <source>Read these files once more</source>
        <extracomment>app/panels/problems.py</extracomment>
        <translation>Volver a leer estos archivos</translation>
    </message>
    <message>
        <source>Files are tried again when they change.</source>
        <extracomment>app/panels/problems.py</extracomment>
        <translation>Los archivos se reintentan cuando cambian.</translation>
    </message>
    <message>
        <source>Everything else was indexed.</source>
        <extracomment>app/panels/problems.py</extracomment>
        <translation>Todo lo demás está indexado.</translation>
    </message>
    <message>
        <source>{count} problems</source>
        <extracomment>app/panels/problems.py</extracomment>
        <translation>{count} problemas</translation>
    </message>
    <message>
        <source>{count} problem</source>
        <extracomment>app/panels/problems.py</extracomment>
        <translation>{count} problema</translation>
    </message>
    <message>
        <source>And {count} more.</source>
        <extracomment>app/panels/problems.py</extracomment>
        <translation>Y {count} más.</translation>
    </message>
    <message>
        <source>Try again</source>
        <extracomment>app/panels/problems.py</extracomment>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Read this file once more</source>
        <extracomment>app/panels/problems.py</extracomment>
        <translation>Volver a leer este archivo</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <extracomment>app/panels/problems.py</extracomment>
        <translation>Mostrar en la carpeta</translation>
    </message>
    <message>
        <source>Open the folder with this file chosen</source>
        <extracomment>app/panels/problems.py</extracomment>
        <translation>Abrir la carpeta con este archivo seleccionado</translation>
    </message>
    <message>
        <source>Ignore</source>
        <extracomment>app/panels/problems.py</extracomment>
        <translation>Ignorar</translation>
    </message>
    <message>
        <source>Do not list this file again</source>
        <extracomment>app/panels/problems.py</extracomment>
        <translation>No volver a mostrar este archivo</translation>
    </message>
</context>
<context>
    <name>ProgressRow</name>
    <message>
        <source>Cancel</source>
        <extracomment>app/panels/progress_row.py</extracomment>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Stop; what is known already stays</source>
        <extracomment>app/panels/progress_row.py</extracomment>
        <translation>Detener; lo ya averiguado se conserva</translation>
    </message>
    <message>
        <source>less than a minute left</source>
        <extracomment>app/panels/progress_row.py</extracomment>
        <translation>queda menos de un minuto</translation>
    </message>
    <message>
        <source>about {count} min left</source>
        <extracomment>app/panels/progress_row.py</extracomment>
        <translation>aprox. {count} min restantes</translation>
    </message>
</context>
<context>
    <name>QueryBar</name>
    <message>
        <source>Search your photos: try “dog in the snow”</source>
        <extracomment>app/query_bar/bar.py</extracomment>
        <translation>Busca en las fotos: prueba «dog in the snow»</translation>
    </message>
    <message>
        <source>Search your photos: try “city at night”</source>
        <extracomment>app/query_bar/bar.py</extracomment>
        <translation>Busca en las fotos: prueba «city at night»</translation>
    </message>
    <message>
        <source>Search your photos: try “a cat”</source>
        <extracomment>app/query_bar/bar.py</extracomment>
        <translation>Busca en las fotos: prueba «a cat»</translation>
    </message>
    <message>
        <source>Search your photos: try “snowy mountains”</source>
        <extracomment>app/query_bar/bar.py</extracomment>
        <translation>Busca en las fotos: prueba «snowy mountains»</translation>
    </message>
    <message>
        <source>Or drop a picture here to find similar photos</source>
        <extracomment>app/query_bar/bar.py</extracomment>
        <translation>O suelta aquí una imagen para buscar fotos similares</translation>
    </message>
    <message>
        <source>Search your photos</source>
        <extracomment>app/query_bar/bar.py</extracomment>
        <translation>Buscar en las fotos</translation>
    </message>
    <message>
        <source>Describe what is in the photo (Ctrl+F or /)</source>
        <extracomment>app/query_bar/bar.py</extracomment>
        <translation>Describir lo que hay en la foto (Ctrl+F o /)</translation>
    </message>
    <message>
        <source>Save this search (Ctrl+D)</source>
        <extracomment>app/query_bar/bar.py</extracomment>
        <translation>Guardar esta búsqueda (Ctrl+D)</translation>
    </message>
    <message>
        <source>Save this search</source>
        <extracomment>app/query_bar/bar.py</extracomment>
        <translation>Guardar esta búsqueda</translation>
    </message>
    <message>
        <source>What you asked before (Alt+Down)</source>
        <extracomment>app/query_bar/bar.py</extracomment>
        <translation>Búsquedas anteriores (Alt+Abajo)</translation>
    </message>
    <message>
        <source>History</source>
        <extracomment>app/query_bar/bar.py</extracomment>
        <translation>Historial</translation>
    </message>
    <message>
        <source>Clear the question (Esc)</source>
        <extracomment>app/query_bar/bar.py</extracomment>
        <translation>Borrar la búsqueda (Esc)</translation>
    </message>
    <message>
        <source>Clear</source>
        <extracomment>app/query_bar/bar.py</extracomment>
        <translation>Borrar</translation>
    </message>
    <message>
        <source>Add words to narrow it down</source>
        <extracomment>app/query_bar/bar.py</extracomment>
        <translation>Añade palabras para precisar</translation>
    </message>
</context>
<context>
    <name>QuickPreview</name>
    <message>
        <source>Quick preview</source>
        <extracomment>app/viewer/preview.py</extracomment>
        <translation>Vista rápida</translation>
    </message>
</context>
<context>
    <name>Reading</name>
    <message>
        <source>Find on this page</source>
        <extracomment>app/panels/help.py</extracomment>
        <translation>Buscar en esta página</translation>
    </message>
    <message>
        <source>Enter goes to the next place, Shift+Enter to the one before</source>
        <extracomment>app/panels/help.py</extracomment>
        <translation>Intro va al siguiente lugar, Mayús+Intro al anterior</translation>
    </message>
    <message>
        <source>{place} of {count}</source>
        <extracomment>app/panels/help.py</extracomment>
        <translation>{place} de {count}</translation>
    </message>
    <message>
        <source>Not on this page</source>
        <extracomment>app/panels/help.py</extracomment>
        <translation>No está en esta página</translation>
    </message>
</context>
<context>
    <name>RegionBar</name>
    <message>
        <source>The words that parts may be called by</source>
        <extracomment>app/viewer/region_bar.py</extracomment>
        <translation>Las palabras con que se pueden llamar las partes</translation>
    </message>
    <message>
        <source>Show all parts with their names</source>
        <extracomment>app/viewer/region_bar.py</extracomment>
        <translation>Mostrar todas las partes con sus nombres</translation>
    </message>
    <message>
        <source>Leave</source>
        <extracomment>app/viewer/region_bar.py</extracomment>
        <translation>Salir</translation>
    </message>
    <message>
        <source>Esc</source>
        <extracomment>app/viewer/region_bar.py</extracomment>
        <translation>Esc</translation>
    </message>
    <message>
        <source>The first time takes a little longer.</source>
        <extracomment>app/viewer/region_bar.py</extracomment>
        <translation>La primera vez tarda un poco más.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln word(s)</source>
        <extracomment>app/viewer/region_bar.py</extracomment>
        <translation>
            <numerusform>%Ln palabra</numerusform>
            <numerusform>%Ln palabras</numerusform>
        </translation>
    </message>
    <message>
        <source>Edit my own words…</source>
        <extracomment>app/viewer/region_bar.py</extracomment>
        <translation>Editar mis propias palabras…</translation>
    </message>
    <message>
        <source>Words</source>
        <extracomment>app/viewer/region_bar.py</extracomment>
        <translation>Palabras</translation>
    </message>
    <message>
        <source>Words: {name}</source>
        <extracomment>app/viewer/region_bar.py</extracomment>
        <translation>Palabras: {name}</translation>
    </message>
    <message>
        <source>Choose this part; with Shift, add it to those chosen</source>
        <extracomment>app/viewer/region_bar.py</extracomment>
        <translation>Elegir esta parte; con Mayús, añadirla a las elegidas</translation>
    </message>
</context>
<context>
    <name>Regions</name>
    <message>
        <source>Looking for the parts of this photo…</source>
        <extracomment>app/viewer/regions.py</extracomment>
        <translation>Buscando las partes de esta foto…</translation>
    </message>
    <message>
        <source>Comparing the photo with “{words}”…</source>
        <extracomment>app/viewer/regions.py</extracomment>
        <translation>Comparando la foto con «{words}»…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln part(s). Tab goes from one to the next.</source>
        <extracomment>app/viewer/regions.py</extracomment>
        <translation>
            <numerusform>%Ln parte. Tab pasa de una a otra.</numerusform>
            <numerusform>%Ln partes. Tab pasa de una a otra.</numerusform>
        </translation>
    </message>
    <message>
        <source>What agrees most with “{words}”. An approximation: the encoder judged the whole photo.</source>
        <extracomment>app/viewer/regions.py</extracomment>
        <translation>Lo que más coincide con «{words}». Una aproximación: el codificador juzgó la foto entera.</translation>
    </message>
    <message>
        <source>Get a region model</source>
        <extracomment>app/viewer/regions.py</extracomment>
        <translation>Obtener un modelo de regiones</translation>
    </message>
    <message>
        <source>My own words…</source>
        <extracomment>app/viewer/regions.py</extracomment>
        <translation>Mis propias palabras…</translation>
    </message>
    <message>
        <source>That could not be done.</source>
        <extracomment>app/viewer/regions.py</extracomment>
        <translation>No se pudo hacer.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln part(s). Click one, or draw a box.</source>
        <extracomment>app/viewer/regions.py</extracomment>
        <translation>
            <numerusform>%Ln parte. Haga clic en ella o dibuje un recuadro.</numerusform>
            <numerusform>%Ln partes. Haga clic en una o dibuje un recuadro.</numerusform>
        </translation>
    </message>
    <message>
        <source>No parts were found. Draw a box around what you mean.</source>
        <extracomment>app/viewer/regions.py</extracomment>
        <translation>No se encontraron partes. Dibuje un recuadro alrededor de lo que busca.</translation>
    </message>
    <message>
        <source>Click a part, Shift+click adds another.
Drag to draw a box of your own.
The middle button, or Space held down, moves a zoomed photo.
Tab goes from part to part, Enter finds photos with what is chosen.</source>
        <extracomment>app/viewer/regions.py</extracomment>
        <translation>Clic elige una parte, Mayús+clic añade otra.
Arrastre para dibujar su propio recuadro.
El botón central, o la barra espaciadora pulsada, mueve una foto ampliada.
Tab pasa de parte en parte, Intro busca fotos con lo elegido.</translation>
    </message>
</context>
<context>
    <name>ResultsBar</name>
    <message>
        <source>Square tiles</source>
        <extracomment>app/results_bar.py</extracomment>
        <translation>Mosaicos cuadrados</translation>
    </message>
    <message>
        <source>Square tiles, or photos&apos; own shapes</source>
        <extracomment>app/results_bar.py</extracomment>
        <translation>Mosaicos cuadrados o con la forma de cada foto</translation>
    </message>
    <message>
        <source>Outlines</source>
        <extracomment>app/results_bar.py</extracomment>
        <translation>Contornos</translation>
    </message>
    <message>
        <source>Outline the part that a photo was found by (Ctrl+Shift+B)</source>
        <extracomment>app/results_bar.py</extracomment>
        <translation>Marcar el contorno de la parte por la que se encontró la foto (Ctrl+Mayús+B)</translation>
    </message>
    <message>
        <source>Timeline</source>
        <extracomment>app/results_bar.py</extracomment>
        <translation>Cronología</translation>
    </message>
    <message>
        <source>Show the matches over the years (Ctrl+T)</source>
        <extracomment>app/results_bar.py</extracomment>
        <translation>Mostrar los resultados a lo largo de los años (Ctrl+T)</translation>
    </message>
    <message>
        <source>Filters</source>
        <extracomment>app/results_bar.py</extracomment>
        <translation>Filtros</translation>
    </message>
    <message>
        <source>Filters (Ctrl+Shift+L)</source>
        <extracomment>app/results_bar.py</extracomment>
        <translation>Filtros (Ctrl+Mayús+L)</translation>
    </message>
    <message>
        <source>More matches</source>
        <extracomment>app/results_bar.py</extracomment>
        <translation>Más resultados</translation>
    </message>
    <message>
        <source>Stricter</source>
        <extracomment>app/results_bar.py</extracomment>
        <translation>Más estricto</translation>
    </message>
    <message>
        <source>How well a photo must match to be called Strong or Possible</source>
        <extracomment>app/results_bar.py</extracomment>
        <translation>Cuánto debe coincidir una foto para contarse como coincidencia clara o posible</translation>
    </message>
    <message>
        <source>Strictness of the matches</source>
        <extracomment>app/results_bar.py</extracomment>
        <translation>Rigor de las coincidencias</translation>
    </message>
    <message>
        <source>Relevance</source>
        <extracomment>app/results_bar.py</extracomment>
        <translation>Relevancia</translation>
    </message>
    <message>
        <source>Newest first</source>
        <extracomment>app/results_bar.py</extracomment>
        <translation>Más recientes primero</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <extracomment>app/results_bar.py</extracomment>
        <translation>Más antiguas primero</translation>
    </message>
    <message>
        <source>Folder and name</source>
        <extracomment>app/results_bar.py</extracomment>
        <translation>Carpeta y nombre</translation>
    </message>
    <message numerus="yes">
        <source>%Ln photo(s)</source>
        <extracomment>app/results_bar.py</extracomment>
        <translation>
            <numerusform>%Ln foto</numerusform>
            <numerusform>%Ln fotos</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing matches clearly</source>
        <extracomment>app/results_bar.py</extracomment>
        <translation>No hay coincidencias claras</translation>
    </message>
    <message>
        <source>{count} by name</source>
        <extracomment>app/results_bar.py</extracomment>
        <translation>Por nombre: {count}</translation>
    </message>
    <message>
        <source>{count} strong</source>
        <extracomment>app/results_bar.py</extracomment>
        <translation>Claras: {count}</translation>
    </message>
    <message>
        <source>{count} possible</source>
        <extracomment>app/results_bar.py</extracomment>
        <translation>Posibles: {count}</translation>
    </message>
    <message>
        <source>Order: {order}</source>
        <extracomment>app/results_bar.py</extracomment>
        <translation>Orden: {order}</translation>
    </message>
    <message>
        <source>In which order the photos stand</source>
        <extracomment>app/results_bar.py</extracomment>
        <translation>En qué orden aparecen las fotos</translation>
    </message>
</context>
<context>
    <name>SavedSearches</name>
    <message>
        <source>Nothing was asked yet.</source>
        <extracomment>app/saved_searches.py</extracomment>
        <translation>Aún no se ha buscado nada.</translation>
    </message>
    <message>
        <source>Ask for something first; then the search can be saved.</source>
        <extracomment>app/saved_searches.py</extracomment>
        <translation>Busca algo primero; después se puede guardar la búsqueda.</translation>
    </message>
    <message>
        <source>Save this search</source>
        <extracomment>app/saved_searches.py</extracomment>
        <translation>Guardar esta búsqueda</translation>
    </message>
    <message>
        <source>“{name}” was saved. It collects new photos.</source>
        <extracomment>app/saved_searches.py</extracomment>
        <translation>Búsqueda «{name}» guardada. Va reuniendo las fotos nuevas.</translation>
    </message>
    <message>
        <source>Name</source>
        <extracomment>app/saved_searches.py</extracomment>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Save</source>
        <extracomment>app/saved_searches.py</extracomment>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <extracomment>app/saved_searches.py</extracomment>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Rename…</source>
        <extracomment>app/saved_searches.py</extracomment>
        <translation>Cambiar nombre…</translation>
    </message>
    <message>
        <source>Rename the search</source>
        <extracomment>app/saved_searches.py</extracomment>
        <translation>Cambiar el nombre de la búsqueda</translation>
    </message>
    <message>
        <source>Remove</source>
        <extracomment>app/saved_searches.py</extracomment>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>“{name}” was removed.</source>
        <extracomment>app/saved_searches.py</extracomment>
        <translation>La búsqueda «{name}» se ha quitado.</translation>
    </message>
    <message>
        <source>Undo</source>
        <extracomment>app/saved_searches.py</extracomment>
        <translation>Deshacer</translation>
    </message>
</context>
<context>
    <name>Section</name>
    <message>
        <source>Clear</source>
        <extracomment>app/panels/facet_list.py</extracomment>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Leave {field} open again</source>
        <extracomment>app/panels/facet_list.py</extracomment>
        <translation>Dejar de filtrar por {field}</translation>
    </message>
    <message>
        <source>Clear {field}</source>
        <extracomment>app/panels/facet_list.py</extracomment>
        <translation>Quitar {field}</translation>
    </message>
    <message>
        <source>Show fewer</source>
        <extracomment>app/panels/facet_list.py</extracomment>
        <translation>Mostrar menos</translation>
    </message>
    <message>
        <source>Show all ({count})</source>
        <extracomment>app/panels/facet_list.py</extracomment>
        <translation>Mostrar todo ({count})</translation>
    </message>
    <message>
        <source>And {count} more.</source>
        <extracomment>app/panels/facet_list.py</extracomment>
        <translation>Y {count} más.</translation>
    </message>
</context>
<context>
    <name>SettingRow</name>
    <message>
        <source>Reset</source>
        <extracomment>app/panels/settings.py</extracomment>
        <translation>Restablecer</translation>
    </message>
    <message>
        <source>Back to what Recollect comes with</source>
        <extracomment>app/panels/settings.py</extracomment>
        <translation>Volver al valor original de Recollect</translation>
    </message>
    <message>
        <source>Reset {setting}</source>
        <extracomment>app/panels/settings.py</extracomment>
        <translation>Restablecer {setting}</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Search</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>Búsqueda</translation>
    </message>
    <message>
        <source>Indexing</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>Indexación</translation>
    </message>
    <message>
        <source>Watching</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>Supervisión</translation>
    </message>
    <message>
        <source>Model and device</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>Modelo y dispositivo</translation>
    </message>
    <message>
        <source>Looks</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>Aspecto</translation>
    </message>
    <message>
        <source>Language</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Privacy</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>Privacidad</translation>
    </message>
    <message>
        <source>Forgetting</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>Olvido</translation>
    </message>
    <message>
        <source>Advanced</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>Avanzado</translation>
    </message>
    <message>
        <source>Applies to the next photos.</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>Se aplica a las próximas fotos.</translation>
    </message>
    <message>
        <source>The index is built anew in the background; search goes on meanwhile.</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>El índice se rehace en segundo plano; mientras tanto se puede seguir buscando.</translation>
    </message>
    <message>
        <source>Automatic</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>Automático</translation>
    </message>
    <message>
        <source>As the system</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>Como el sistema</translation>
    </message>
    <message>
        <source>Strictness</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>Rigor</translation>
    </message>
    <message>
        <source>Stricter shows fewer photos as Strong.</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>Con más rigor hay menos coincidencias claras.</translation>
    </message>
    <message>
        <source>Order of results</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>Orden de los resultados</translation>
    </message>
    <message>
        <source>Best first</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>Mejores primero</translation>
    </message>
    <message>
        <source>Newest first</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>Más recientes primero</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>Más antiguas primero</translation>
    </message>
    <message>
        <source>By folder</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>Por carpeta</translation>
    </message>
    <message>
        <source>Look inside photos</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>Mirar dentro de las fotos</translation>
    </message>
    <message>
        <source>Takes about as long as indexing, once; in the background.</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>Tarda una vez más o menos lo mismo que la indexación; en segundo plano.</translation>
    </message>
    <message>
        <source>Find parts of photos</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>Encontrar partes de fotos</translation>
    </message>
    <message>
        <source>Names of parts</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>Nombres de las partes</translation>
    </message>
    <message>
        <source>Everyday things</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>Cosas cotidianas</translation>
    </message>
    <message>
        <source>COCO&apos;s 80 objects</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>Los 80 objetos de COCO</translation>
    </message>
    <message>
        <source>PASCAL VOC&apos;s 20 objects</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>Los 20 objetos de PASCAL VOC</translation>
    </message>
    <message>
        <source>My own words</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>Mis propias palabras</translation>
    </message>
    <message>
        <source>Stacks</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>Apilar copias</translation>
    </message>
    <message>
        <source>Gentle indexing</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>Indexación discreta</translation>
    </message>
    <message>
        <source>Always</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>Siempre</translation>
    </message>
    <message>
        <source>Never</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>Nunca</translation>
    </message>
    <message>
        <source>On battery</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>Con batería</translation>
    </message>
    <message>
        <source>Go slower</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>Ir más despacio</translation>
    </message>
    <message>
        <source>Pause</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>Pausar</translation>
    </message>
    <message>
        <source>Go on as usual</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>Seguir como siempre</translation>
    </message>
    <message>
        <source>Processor cores</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>Núcleos del procesador</translation>
    </message>
    <message>
        <source>All</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>Todos</translation>
    </message>
    <message>
        <source>Largest picture</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>Imagen más grande</translation>
    </message>
    <message>
        <source>Applies to the next photos; those refused before are tried again from Problems.</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>Se aplica a las próximas fotos; las rechazadas antes se reintentan desde Problemas.</translation>
    </message>
    <message>
        <source>MP</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>MP</translation>
    </message>
    <message>
        <source>Left out</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>Exclusiones</translation>
    </message>
    <message>
        <source>Photos that match leave the results at the next look, and come back when the pattern goes.</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>Las fotos que cumplen un patrón salen de los resultados en la próxima revisión y vuelven cuando se quita el patrón.</translation>
    </message>
    <message>
        <source>Quiet time</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>Tiempo de espera</translation>
    </message>
    <message>
        <source>Look over everything</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>Revisión completa</translation>
    </message>
    <message>
        <source>Without live events</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>Sin avisos inmediatos</translation>
    </message>
    <message>
        <source>Model</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>Modelo</translation>
    </message>
    <message>
        <source>Another model encodes every photo; the present one answers until that is done.</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>Otro modelo debe codificar todas las fotos; el actual responde hasta que termine.</translation>
    </message>
    <message>
        <source>Region model</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>Modelo de regiones</translation>
    </message>
    <message>
        <source>Device</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>Dispositivo</translation>
    </message>
    <message>
        <source>NVIDIA graphics card</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>Tarjeta gráfica NVIDIA</translation>
    </message>
    <message>
        <source>Apple graphics</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>Gráficos de Apple</translation>
    </message>
    <message>
        <source>Processor</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>Procesador</translation>
    </message>
    <message>
        <source>Precision</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>Precisión</translation>
    </message>
    <message>
        <source>Exact (32 bits)</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>Exacta (32 bits)</translation>
    </message>
    <message>
        <source>Half (16 bits)</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>Media (16 bits)</translation>
    </message>
    <message>
        <source>Coarse (8 bits)</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>Aproximada (8 bits)</translation>
    </message>
    <message>
        <source>Appearance</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>Apariencia</translation>
    </message>
    <message>
        <source>Light</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>Clara</translation>
    </message>
    <message>
        <source>Dark</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>Oscura</translation>
    </message>
    <message>
        <source>Motion</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>Movimiento</translation>
    </message>
    <message>
        <source>Full</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>Completo</translation>
    </message>
    <message>
        <source>Less</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>Reducido</translation>
    </message>
    <message>
        <source>Size of thumbnails</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>Tamaño de las miniaturas</translation>
    </message>
    <message>
        <source>Shape of thumbnails</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>Forma de las miniaturas</translation>
    </message>
    <message>
        <source>As the photo</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>Como la foto</translation>
    </message>
    <message>
        <source>Square</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>Cuadrada</translation>
    </message>
    <message>
        <source>Network</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>Red</translation>
    </message>
    <message>
        <source>Remember what is gone</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>Recordar lo que ya no está</translation>
    </message>
    <message>
        <source>days</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>días</translation>
    </message>
    <message>
        <source>Not at all</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>No recordar</translation>
    </message>
    <message>
        <source>Index that answers</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>Índice que responde</translation>
    </message>
    <message>
        <source>Exact</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>Exacto</translation>
    </message>
    <message>
        <source>HNSW graph</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>Grafo HNSW</translation>
    </message>
    <message>
        <source>Graph from</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>Grafo a partir de</translation>
    </message>
    <message>
        <source>Width of the graph&apos;s search</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>Amplitud de búsqueda del grafo</translation>
    </message>
    <message>
        <source>Read ahead</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>Lectura anticipada</translation>
    </message>
    <message>
        <source>MB</source>
        <extracomment>app/panels/settings_words.py</extracomment>
        <translation>MB</translation>
    </message>
    <message>
        <source>The model that reads photos and words.</source>
        <extracomment>app/panels/settings_words.py, model.active</extracomment>
        <translation>El modelo que lee las fotos y las palabras.</translation>
    </message>
    <message>
        <source>Where the model runs.</source>
        <extracomment>app/panels/settings_words.py, device</extracomment>
        <translation>Dónde se ejecuta el modelo.</translation>
    </message>
    <message>
        <source>How exactly the model calculates; auto measures what is fastest and still right.</source>
        <extracomment>app/panels/settings_words.py, precision</extracomment>
        <translation>Con qué exactitud calcula el modelo; en automático se mide qué es lo más rápido sin dejar de ser correcto.</translation>
    </message>
    <message>
        <source>Processor cores used for indexing; 0 means all.</source>
        <extracomment>app/panels/settings_words.py, threads</extracomment>
        <translation>Núcleos del procesador que usa la indexación; 0 significa todos.</translation>
    </message>
    <message>
        <source>Larger pictures are not opened (megapixels).</source>
        <extracomment>app/panels/settings_words.py, photo.max_megapixels</extracomment>
        <translation>Las imágenes más grandes no se abren (megapíxeles).</translation>
    </message>
    <message>
        <source>Memory for photos read ahead while indexing (MB).</source>
        <extracomment>app/panels/settings_words.py, lookahead_mb</extracomment>
        <translation>Memoria para las fotos leídas por anticipado durante la indexación (MB).</translation>
    </message>
    <message>
        <source>Which index answers: exact, the HNSW graph, or what this library&apos;s size calls for.</source>
        <extracomment>app/panels/settings_words.py, index.answers</extracomment>
        <translation>Qué índice responde: el exacto, el grafo HNSW o el que convenga al tamaño de esta biblioteca.</translation>
    </message>
    <message>
        <source>Number of photos from which the HNSW graph answers unfiltered queries.</source>
        <extracomment>app/panels/settings_words.py, index.hnsw_from</extracomment>
        <translation>Número de fotos a partir del cual el grafo HNSW responde a las búsquedas sin filtros.</translation>
    </message>
    <message>
        <source>How widely the HNSW graph searches.</source>
        <extracomment>app/panels/settings_words.py, index.ef</extracomment>
        <translation>Con qué amplitud busca el grafo HNSW.</translation>
    </message>
    <message>
        <source>How strict the Strong and Possible bands are.</source>
        <extracomment>app/panels/settings_words.py, search.strictness</extracomment>
        <translation>Con cuánto rigor se separan las coincidencias claras y las posibles.</translation>
    </message>
    <message>
        <source>After indexing, look inside photos, so that parts of them can be found.</source>
        <extracomment>app/panels/settings_words.py, regions.look_inside</extracomment>
        <translation>Tras la indexación, mirar dentro de las fotos para poder encontrar partes de ellas.</translation>
    </message>
    <message>
        <source>Plain words may match a part of a photo that was looked into.</source>
        <extracomment>app/panels/settings_words.py, regions.in_search</extracomment>
        <translation>Las palabras sencillas pueden coincidir con una parte de una foto vista por dentro.</translation>
    </message>
    <message>
        <source>The model that sees the parts of a photo.</source>
        <extracomment>app/panels/settings_words.py, regions.model</extracomment>
        <translation>El modelo que ve las partes de una foto.</translation>
    </message>
    <message>
        <source>Which names the parts of a photo may have.</source>
        <extracomment>app/panels/settings_words.py, regions.vocabulary</extracomment>
        <translation>Qué nombres pueden tener las partes de una foto.</translation>
    </message>
    <message>
        <source>A new photo is taken after this quiet time.</source>
        <extracomment>app/panels/settings_words.py, watch.quiet_seconds</extracomment>
        <translation>Una foto nueva se incorpora tras este tiempo sin cambios.</translation>
    </message>
    <message>
        <source>Every folder is looked over this often.</source>
        <extracomment>app/panels/settings_words.py, watch.rescan_seconds</extracomment>
        <translation>Cada cuánto se revisan todas las carpetas.</translation>
    </message>
    <message>
        <source>Folders without live events are looked at this often.</source>
        <extracomment>app/panels/settings_words.py, watch.poll_seconds</extracomment>
        <translation>Cada cuánto se revisan las carpetas sin avisos inmediatos.</translation>
    </message>
    <message>
        <source>Days until removed folders and gone photos are forgotten.</source>
        <extracomment>app/panels/settings_words.py, forget.days</extracomment>
        <translation>Días hasta olvidar las carpetas quitadas y las fotos que ya no están.</translation>
    </message>
    <message>
        <source>Height of the thumbnails in the grid.</source>
        <extracomment>app/panels/settings_words.py, grid.tile</extracomment>
        <translation>Altura de las miniaturas en la cuadrícula.</translation>
    </message>
    <message>
        <source>Whether thumbnails keep their shape or are cut to squares.</source>
        <extracomment>app/panels/settings_words.py, grid.shape</extracomment>
        <translation>Si las miniaturas conservan su forma o se recortan en cuadrados.</translation>
    </message>
    <message>
        <source>In which order results stand.</source>
        <extracomment>app/panels/settings_words.py, results.sort</extracomment>
        <translation>En qué orden aparecen los resultados.</translation>
    </message>
    <message>
        <source>Copies of a photo, and RAW with JPEG, are shown as one.</source>
        <extracomment>app/panels/settings_words.py, results.stacks</extracomment>
        <translation>Las copias de una foto, y RAW con JPEG, se muestran como una sola.</translation>
    </message>
    <message>
        <source>Whether indexing leaves the computer to others: auto is gentle on battery only.</source>
        <extracomment>app/panels/settings_words.py, indexing.gentle</extracomment>
        <translation>Si la indexación cede el equipo a otros programas: en automático, solo con batería.</translation>
    </message>
    <message>
        <source>What indexing does while the computer runs on battery.</source>
        <extracomment>app/panels/settings_words.py, indexing.battery</extracomment>
        <translation>Qué hace la indexación mientras el equipo funciona con batería.</translation>
    </message>
    <message>
        <source>Files and folders that are left out, one pattern a line, written as in a .gitignore file.</source>
        <extracomment>app/panels/settings_words.py, exclude.patterns</extracomment>
        <translation>Archivos y carpetas excluidos, un patrón por línea, escrito como en un archivo .gitignore.</translation>
    </message>
    <message>
        <source>Whether Recollect may use the network when you ask for something.</source>
        <extracomment>app/panels/settings_words.py, network.allowed</extracomment>
        <translation>Si Recollect puede usar la red cuando se le pide algo.</translation>
    </message>
    <message>
        <source>Light or dark.</source>
        <extracomment>app/panels/settings_words.py, looks.scheme</extracomment>
        <translation>Clara u oscura.</translation>
    </message>
    <message>
        <source>Whether things move.</source>
        <extracomment>app/panels/settings_words.py, looks.motion</extracomment>
        <translation>Si hay movimiento en la ventana.</translation>
    </message>
    <message>
        <source>The language of the window.</source>
        <extracomment>app/panels/settings_words.py, language</extracomment>
        <translation>El idioma de la ventana.</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <extracomment>app/panels/settings.py</extracomment>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Find a setting</source>
        <extracomment>app/panels/settings.py</extracomment>
        <translation>Buscar un ajuste</translation>
    </message>
    <message>
        <source>Show only the settings with these words (Esc clears)</source>
        <extracomment>app/panels/settings.py</extracomment>
        <translation>Mostrar solo los ajustes con estas palabras (Esc las borra)</translation>
    </message>
    <message>
        <source>No setting has these words.</source>
        <extracomment>app/panels/settings.py</extracomment>
        <translation>Ningún ajuste contiene estas palabras.</translation>
    </message>
</context>
<context>
    <name>SideBar</name>
    <message>
        <source>Library</source>
        <extracomment>app/panels/side_bar.py</extracomment>
        <translation>Biblioteca</translation>
    </message>
    <message>
        <source>Add folder</source>
        <extracomment>app/panels/side_bar.py</extracomment>
        <translation>Añadir carpeta</translation>
    </message>
    <message>
        <source>Choose a folder with photos (Ctrl+O)</source>
        <extracomment>app/panels/side_bar.py</extracomment>
        <translation>Elegir una carpeta con fotos (Ctrl+O)</translation>
    </message>
    <message>
        <source>All photos</source>
        <extracomment>app/panels/side_bar.py</extracomment>
        <translation>Todas las fotos</translation>
    </message>
    <message>
        <source>Favourites</source>
        <extracomment>app/panels/side_bar.py</extracomment>
        <translation>Favoritas</translation>
    </message>
    <message>
        <source>Folders</source>
        <extracomment>app/panels/side_bar.py</extracomment>
        <translation>Carpetas</translation>
    </message>
    <message>
        <source>Saved searches</source>
        <extracomment>app/panels/side_bar.py</extracomment>
        <translation>Búsquedas guardadas</translation>
    </message>
    <message>
        <source>{count} new</source>
        <extracomment>app/panels/side_bar.py</extracomment>
        <translation>nuevas: {count}</translation>
    </message>
    <message>
        <source>Tidy up</source>
        <extracomment>app/panels/side_bar.py</extracomment>
        <translation>Poner orden</translation>
    </message>
    <message>
        <source>Problems</source>
        <extracomment>app/panels/side_bar.py</extracomment>
        <translation>Problemas</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <extracomment>app/panels/side_bar.py</extracomment>
        <translation>Duplicados</translation>
    </message>
    <message>
        <source>New on a card?</source>
        <extracomment>app/panels/side_bar.py</extracomment>
        <translation>¿Nuevo en una tarjeta?</translation>
    </message>
    <message>
        <source>Library health</source>
        <extracomment>app/panels/side_bar.py</extracomment>
        <translation>Estado de la biblioteca</translation>
    </message>
    <message>
        <source>Models</source>
        <extracomment>app/panels/side_bar.py</extracomment>
        <translation>Modelos</translation>
    </message>
    <message>
        <source>Settings</source>
        <extracomment>app/panels/side_bar.py</extracomment>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Help</source>
        <extracomment>app/panels/side_bar.py</extracomment>
        <translation>Ayuda</translation>
    </message>
    <message>
        <source>Offline</source>
        <extracomment>app/panels/side_bar.py</extracomment>
        <translation>Sin conexión</translation>
    </message>
    <message>
        <source>Polling</source>
        <extracomment>app/panels/side_bar.py</extracomment>
        <translation>Revisión periódica</translation>
    </message>
    <message>
        <source>Watch limit</source>
        <extracomment>app/panels/side_bar.py</extracomment>
        <translation>Límite alcanzado</translation>
    </message>
    <message>
        <source>Not reachable now. Its photos are still found by their thumbnails.</source>
        <extracomment>app/panels/side_bar.py</extracomment>
        <translation>No disponible ahora. Sus fotos se siguen encontrando por las miniaturas.</translation>
    </message>
    <message>
        <source>Looked at every now and then, because this place tells of no changes.</source>
        <extracomment>app/panels/side_bar.py</extracomment>
        <translation>Se revisa cada cierto tiempo, porque este lugar no avisa de los cambios.</translation>
    </message>
    <message>
        <source>Looked at every now and then: the system&apos;s limit of watched folders is reached. Raise it with: sudo sysctl fs.inotify.max_user_watches=524288</source>
        <extracomment>app/panels/side_bar.py</extracomment>
        <translation>Se revisa cada cierto tiempo: se ha alcanzado el límite del sistema de carpetas supervisadas. Auméntalo con: sudo sysctl fs.inotify.max_user_watches=524288</translation>
    </message>
    <message>
        <source>Not yet looked at.</source>
        <extracomment>app/panels/side_bar.py</extracomment>
        <translation>Aún sin revisar.</translation>
    </message>
    <message>
        <source>Watched: new photos appear by themselves.</source>
        <extracomment>app/panels/side_bar.py</extracomment>
        <translation>Supervisada: las fotos nuevas aparecen solas.</translation>
    </message>
    <message>
        <source>Sample photos</source>
        <extracomment>app/panels/side_bar.py</extracomment>
        <translation>Fotos de muestra</translation>
    </message>
</context>
<context>
    <name>SizesBar</name>
    <message>
        <source>Altogether</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>En total</translation>
    </message>
    <message>
        <source>Free on this disk</source>
        <extracomment>app/panels/health.py</extracomment>
        <translation>Libre en este disco</translation>
    </message>
</context>
<context>
    <name>StatusStrip</name>
    <message>
        <source>Indexing</source>
        <extracomment>app/panels/status_strip.py</extracomment>
        <translation>Indexación</translation>
    </message>
    <message>
        <source>Counting photos: {count}</source>
        <extracomment>app/panels/status_strip.py</extracomment>
        <translation>Contando fotos: {count}</translation>
    </message>
    <message>
        <source>{count} photos found; getting ready</source>
        <extracomment>app/panels/status_strip.py</extracomment>
        <translation>{count} fotos encontradas; preparando</translation>
    </message>
    <message>
        <source>{count} photo found; getting ready</source>
        <extracomment>app/panels/status_strip.py</extracomment>
        <translation>{count} foto encontrada; preparando</translation>
    </message>
    <message>
        <source>Indexing {done} of {total}</source>
        <extracomment>app/panels/status_strip.py</extracomment>
        <translation>Indexando {done} de {total}</translation>
    </message>
    <message>
        <source>Paused</source>
        <extracomment>app/panels/status_strip.py</extracomment>
        <translation>En pausa</translation>
    </message>
    <message>
        <source>Looking inside photos {done} of {total}</source>
        <extracomment>app/panels/status_strip.py</extracomment>
        <translation>Mirando dentro de las fotos: {done} de {total}</translation>
    </message>
    <message>
        <source>{rate} photos/s</source>
        <extracomment>app/panels/status_strip.py</extracomment>
        <translation>{rate} fotos/s</translation>
    </message>
    <message>
        <source>Looking inside photos…</source>
        <extracomment>app/panels/status_strip.py</extracomment>
        <translation>Mirando dentro de las fotos…</translation>
    </message>
    <message>
        <source>Looking for photos…</source>
        <extracomment>app/panels/status_strip.py</extracomment>
        <translation>Buscando fotos…</translation>
    </message>
    <message>
        <source>Getting ready…</source>
        <extracomment>app/panels/status_strip.py</extracomment>
        <translation>Preparando…</translation>
    </message>
    <message>
        <source>Waiting for files that are still being written…</source>
        <extracomment>app/panels/status_strip.py</extracomment>
        <translation>Esperando archivos que aún se están escribiendo…</translation>
    </message>
    <message>
        <source>Preparing the new model…</source>
        <extracomment>app/panels/status_strip.py</extracomment>
        <translation>Preparando el nuevo modelo…</translation>
    </message>
    <message>
        <source>less than a minute left</source>
        <extracomment>app/panels/status_strip.py</extracomment>
        <translation>queda menos de un minuto</translation>
    </message>
    <message>
        <source>about {count} min left</source>
        <extracomment>app/panels/status_strip.py</extracomment>
        <translation>aprox. {count} min restantes</translation>
    </message>
    <message>
        <source>about {count} h left</source>
        <extracomment>app/panels/status_strip.py</extracomment>
        <translation>aprox. {count} h restantes</translation>
    </message>
    <message>
        <source>Model: {name}</source>
        <extracomment>app/panels/status_strip.py</extracomment>
        <translation>Modelo: {name}</translation>
    </message>
    <message>
        <source>{count} selected</source>
        <extracomment>app/panels/status_strip.py</extracomment>
        <translation>Seleccionadas: {count}</translation>
    </message>
    <message>
        <source>Resume indexing</source>
        <extracomment>app/panels/status_strip.py</extracomment>
        <translation>Reanudar la indexación</translation>
    </message>
    <message>
        <source>Pause indexing</source>
        <extracomment>app/panels/status_strip.py</extracomment>
        <translation>Pausar la indexación</translation>
    </message>
    <message>
        <source>Go on looking inside</source>
        <extracomment>app/panels/status_strip.py</extracomment>
        <translation>Seguir mirando dentro</translation>
    </message>
    <message>
        <source>Pause looking inside</source>
        <extracomment>app/panels/status_strip.py</extracomment>
        <translation>Pausar la mirada al interior</translation>
    </message>
    <message>
        <source>Looking inside photos</source>
        <extracomment>app/panels/status_strip.py</extracomment>
        <translation>Mirar dentro de las fotos</translation>
    </message>
</context>
<context>
    <name>Strip</name>
    <message>
        <source>Results</source>
        <extracomment>app/viewer/strip.py</extracomment>
        <translation>Resultados</translation>
    </message>
    <message>
        <source>Walk through the results</source>
        <extracomment>app/viewer/strip.py</extracomment>
        <translation>Recorrer los resultados</translation>
    </message>
    <message>
        <source>Similar</source>
        <extracomment>app/viewer/strip.py</extracomment>
        <translation>Similares</translation>
    </message>
    <message>
        <source>Walk through photos like this one</source>
        <extracomment>app/viewer/strip.py</extracomment>
        <translation>Recorrer fotos parecidas a esta</translation>
    </message>
</context>
<context>
    <name>ThemesStrip</name>
    <message>
        <source>Themes of your library</source>
        <extracomment>app/panels/themes.py</extracomment>
        <translation>Temas de la biblioteca</translation>
    </message>
    <message numerus="yes">
        <source>%Ln photo(s)</source>
        <extracomment>app/panels/themes.py</extracomment>
        <translation>
            <numerusform>%Ln foto</numerusform>
            <numerusform>%Ln fotos</numerusform>
        </translation>
    </message>
    <message>
        <source>Search for {label}, {photos}</source>
        <extracomment>app/panels/themes.py</extracomment>
        <translation>Buscar {label}, {photos}</translation>
    </message>
    <message>
        <source>Search for “{text}”</source>
        <extracomment>app/panels/themes.py</extracomment>
        <translation>Buscar «{text}»</translation>
    </message>
</context>
<context>
    <name>Tidying</name>
    <message>
        <source>Choose a folder or card</source>
        <extracomment>app/tidying.py</extracomment>
        <translation>Elegir una carpeta o tarjeta</translation>
    </message>
    <message numerus="yes">
        <source>The paths of %Ln photo(s) were copied.</source>
        <extracomment>app/tidying.py</extracomment>
        <translation>
            <numerusform>Copiada la ruta de %Ln foto.</numerusform>
            <numerusform>Copiadas las rutas de %Ln fotos.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Tools</name>
    <message>
        <source>Back to the photos</source>
        <extracomment>app/viewer/tools.py</extracomment>
        <translation>Volver a las fotos</translation>
    </message>
    <message>
        <source>Esc</source>
        <extracomment>app/viewer/tools.py</extracomment>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <extracomment>app/viewer/tools.py</extracomment>
        <translation>Alejar</translation>
    </message>
    <message>
        <source>Between the whole photo and 100 % (0, 1)</source>
        <extracomment>app/viewer/tools.py</extracomment>
        <translation>Entre la foto completa y el 100 % (0, 1)</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <extracomment>app/viewer/tools.py</extracomment>
        <translation>Acercar</translation>
    </message>
    <message>
        <source>Turn the view; the file stays as it is</source>
        <extracomment>app/viewer/tools.py</extracomment>
        <translation>Girar la vista; el archivo no cambia</translation>
    </message>
    <message>
        <source>Ctrl+R</source>
        <extracomment>app/viewer/tools.py</extracomment>
        <translation>Ctrl+R</translation>
    </message>
    <message>
        <source>Regions: what is in the photo</source>
        <extracomment>app/viewer/tools.py</extracomment>
        <translation>Regiones: qué hay en la foto</translation>
    </message>
    <message>
        <source>Why this matched</source>
        <extracomment>app/viewer/tools.py</extracomment>
        <translation>Por qué coincide</translation>
    </message>
    <message>
        <source>Compare with other photos</source>
        <extracomment>app/viewer/tools.py</extracomment>
        <translation>Comparar con otras fotos</translation>
    </message>
    <message>
        <source>Favourite</source>
        <extracomment>app/viewer/tools.py</extracomment>
        <translation>Favorita</translation>
    </message>
    <message>
        <source>Details of the photo</source>
        <extracomment>app/viewer/tools.py</extracomment>
        <translation>Información de la foto</translation>
    </message>
    <message>
        <source>Full screen</source>
        <extracomment>app/viewer/tools.py</extracomment>
        <translation>Pantalla completa</translation>
    </message>
    <message>
        <source>More</source>
        <extracomment>app/viewer/tools.py</extracomment>
        <translation>Más</translation>
    </message>
    <message>
        <source>Open in another program</source>
        <extracomment>app/viewer/tools.py</extracomment>
        <translation>Abrir en otro programa</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <extracomment>app/viewer/tools.py</extracomment>
        <translation>Mostrar en la carpeta</translation>
    </message>
    <message>
        <source>Copy</source>
        <extracomment>app/viewer/tools.py</extracomment>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Regions</source>
        <extracomment>app/viewer/tools.py</extracomment>
        <translation>Regiones</translation>
    </message>
    <message>
        <source>Find similar</source>
        <extracomment>app/viewer/tools.py</extracomment>
        <translation>Buscar similares</translation>
    </message>
    <message>
        <source>More like this</source>
        <extracomment>app/viewer/tools.py</extracomment>
        <translation>Más como esta</translation>
    </message>
    <message>
        <source>Less like this</source>
        <extracomment>app/viewer/tools.py</extracomment>
        <translation>Menos como esta</translation>
    </message>
    <message>
        <source>Turn to the left</source>
        <extracomment>app/viewer/tools.py</extracomment>
        <translation>Girar a la izquierda</translation>
    </message>
    <message>
        <source>Hide this photo</source>
        <extracomment>app/viewer/tools.py</extracomment>
        <translation>Ocultar esta foto</translation>
    </message>
    <message>
        <source>Move to the trash</source>
        <extracomment>app/viewer/tools.py</extracomment>
        <translation>Mover a la papelera</translation>
    </message>
    <message>
        <source>{index} of {count}</source>
        <extracomment>app/viewer/tools.py</extracomment>
        <translation>{index} de {count}</translation>
    </message>
    <message>
        <source>No longer a favourite</source>
        <extracomment>app/viewer/tools.py</extracomment>
        <translation>Quitar de favoritas</translation>
    </message>
    <message>
        <source>Fit</source>
        <extracomment>app/viewer/tools.py</extracomment>
        <translation>Ajustar</translation>
    </message>
    <message>
        <source>Zoom: {scale}</source>
        <extracomment>app/viewer/tools.py</extracomment>
        <translation>Zoom: {scale}</translation>
    </message>
    <message>
        <source>Leave full screen</source>
        <extracomment>app/viewer/tools.py</extracomment>
        <translation>Salir de pantalla completa</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Size of the thumbnails (Ctrl and the wheel)</source>
        <extracomment>app/query_bar/top_bar.py</extracomment>
        <translation>Tamaño de las miniaturas (Ctrl y la rueda del ratón)</translation>
    </message>
    <message>
        <source>Size of the thumbnails</source>
        <extracomment>app/query_bar/top_bar.py</extracomment>
        <translation>Tamaño de las miniaturas</translation>
    </message>
</context>
<context>
    <name>Viewer</name>
    <message>
        <source>Viewer</source>
        <extracomment>app/viewer/viewer.py</extracomment>
        <translation>Visor</translation>
    </message>
    <message>
        <source>Looking for similar photos…</source>
        <extracomment>app/viewer/viewer.py</extracomment>
        <translation>Buscando fotos similares…</translation>
    </message>
    <message>
        <source>Nothing similar was found.</source>
        <extracomment>app/viewer/viewer.py</extracomment>
        <translation>No se encontró nada similar.</translation>
    </message>
</context>
<context>
    <name>Viewing</name>
    <message>
        <source>Search with words first. Then a photo can show why it matched.</source>
        <extracomment>app/viewing.py</extracomment>
        <translation>Busque primero con palabras. Entonces una foto puede mostrar por qué coincide.</translation>
    </message>
    <message>
        <source>Choose two to four photos to compare.</source>
        <extracomment>app/viewing.py</extracomment>
        <translation>Selecciona de dos a cuatro fotos para comparar.</translation>
    </message>
    <message>
        <source>The first four of the chosen photos are compared.</source>
        <extracomment>app/viewing.py</extracomment>
        <translation>Se comparan las cuatro primeras fotos seleccionadas.</translation>
    </message>
</context>
<context>
    <name>_DropPlace</name>
    <message>
        <source>What is new on this card?</source>
        <extracomment>app/panels/card.py</extracomment>
        <translation>¿Qué hay nuevo en esta tarjeta?</translation>
    </message>
    <message>
        <source>Drop a folder or memory card here. You will see which photos your library lacks.</source>
        <extracomment>app/panels/card.py</extracomment>
        <translation>Suelta aquí una carpeta o una tarjeta de memoria. Se verá qué fotos faltan en la biblioteca.</translation>
    </message>
    <message>
        <source>Choose a folder or card…</source>
        <extracomment>app/panels/card.py</extracomment>
        <translation>Elegir una carpeta o tarjeta…</translation>
    </message>
    <message>
        <source>Nothing on it is changed</source>
        <extracomment>app/panels/card.py</extracomment>
        <translation>No se modifica nada de lo que contiene</translation>
    </message>
</context>
<context>
    <name>dialogs</name>
    <message>
        <source>About Recollect</source>
        <extracomment>app/dialogs.py</extracomment>
        <translation>Acerca de Recollect</translation>
    </message>
    <message>
        <source>development</source>
        <extracomment>app/dialogs.py</extracomment>
        <translation>desarrollo</translation>
    </message>
    <message>
        <source>Version {version}</source>
        <extracomment>app/dialogs.py</extracomment>
        <translation>Versión {version}</translation>
    </message>
    <message>
        <source>Every photo you own, found by saying what is in it, on your own computer.</source>
        <extracomment>app/dialogs.py</extracomment>
        <translation>Todas las fotos, encontradas con solo decir qué hay en ellas, en el propio equipo.</translation>
    </message>
    <message>
        <source>Apache License 2.0. Icons: Lucide (ISC).</source>
        <extracomment>app/dialogs.py</extracomment>
        <translation>Licencia Apache 2.0. Iconos: Lucide (ISC).</translation>
    </message>
    <message>
        <source>Close</source>
        <extracomment>app/dialogs.py</extracomment>
        <translation>Cerrar</translation>
    </message>
</context>
</TS>
